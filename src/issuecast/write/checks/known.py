"""Words that voices know although their spelling does not tell how they are said."""

from __future__ import annotations

# ruff: noqa: SIM905  words in rows

CAPITALS = frozenset(
    # the world
    "NASA NATO UNESCO UNICEF UNHCR OPEC ASEAN BRICS OSHA FEMA NOAA NIST CERN INTERPOL WHO IMF ECB "
    "UEFA FIFA NBA USA UAE USSR EPA FAA FBI CIA NSA IRS SEC FDA DOJ DOE DOD EPO GOP MEP NGO OECD IPCC "
    "IEA IAEA NIH HHS ICE TSA OPM DEI ESG LGBT LGBTQ HIV AIDS COVID SARS DNA RNA MRI ICU ADHD BBC CNN "
    "NPR PBS ABC CBS NBC HBO MIT UCLA ETH ASAP FAQ DIY VIP RSVP ETA FYI SOS UFO "
    # money
    "CEO CFO CTO COO CIO CISO CMO IPO ETF GDP CPI PPI EBITDA NASDAQ NYSE OTC SPAC REIT FOMO YOLO ROI "
    "ARR KPI OKR KYC AML VAT IRA EUR USD EPS "
    # technology
    "AGI API ARM ASCII ASIC AWS BIOS CAD CAPTCHA CLI CORS CPU CRUD CUDA CVE DDOS DNS DRAM ECC EOF "
    "EULA FIFO FPGA GIF GNU GPU GUI GUID HDMI HTML HTTP HTTPS IDE IEEE IMAP IOT ISO ISP JPEG JSON LAN "
    "LED LIDAR LIFO LLM LLVM MIDI MOOC MPEG MVP NAND NAS NPU NUMA NYC OAUTH OCR OEM OLED OOP OSS POC "
    "RADAR RAID RAM REST ROM SAAS SAML SEO SIM SOAP SONAR SQL SRAM SSO SWAT UDP UEFI UML URI URL USB "
    "UTC UTF UUID WASM WIFI WYSIWYG YAML "
    # ordinary words, which people stress and shout
    "ALL AND ANY ARE BEST BIG BUT CAN END EVER FOR FREE FROM GET HAS HOT HOW LIVE LOL MUST NEVER NEW "
    "NOT NOW OFF OMG ONE ONLY OUR OUT SALE STOP THE THIS TODAY TOP TWO VERY WAS WHY WILL WITH WOW YES "
    "YOU YOUR".split()
)
"""Capitals that are said as one word, or that everybody spells."""

MIXED = frozenset(
    "iPhone iPad iPod iMac iOS iCloud iTunes macOS tvOS watchOS visionOS iPadOS eBay eBook eSIM WiFi "
    "PhD LaTeX NumPy SciPy PyPI PyTorch SaaS PaaS IaaS IoT MLOps DevOps SecOps FinOps GitOps NoSQL "
    "MySQL SQLite PostgreSQL GraphQL OAuth VMware VoIP DoD DoJ DoE EdTech FinTech mRNA tRNA "
    "RESTful eCommerce LLaMA LiDAR DDoS CentOS FreeBSD OpenBSD GmbH hmm mph nth shh".split()
)
"""Names and short forms of mixed case; a few without a vowel."""

PREFIXES = frozenset("Mc Mac De Di Du La Le Les Van Von Fitz Al El St".split())
"""What names begin with: "McAllister", "DeVries"."""

SHORT_PARTS = frozenset("as at by co do ex go hi if in is it me my no of on op or re so to up us we".split())
"""Words of two letters that longer names are made of: "LinkedIn", "ReadMe"."""

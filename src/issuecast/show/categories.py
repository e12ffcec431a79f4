"""The categories of Apple Podcasts, which every directory takes.

Source: https://podcasters.apple.com/support/1691-apple-podcasts-categories
"""

from __future__ import annotations

from collections.abc import Mapping

from issuecast.errors import did_you_mean

SUBCATEGORIES: Mapping[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": (
        *("Alternative Health", "Fitness", "Medicine"),
        *("Mental Health", "Nutrition", "Sexuality"),
    ),
    "History": (),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        *("Animation & Manga", "Automotive", "Aviation", "Crafts"),
        *("Games", "Hobbies", "Home & Garden", "Video Games"),
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        *("Business News", "Daily News", "Entertainment News", "News Commentary"),
        *("Politics", "Sports News", "Tech News"),
    ),
    "Religion & Spirituality": (
        *("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism"),
        *("Religion", "Spirituality"),
    ),
    "Science": (
        *("Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics"),
        *("Natural Sciences", "Nature", "Physics", "Social Sciences"),
    ),
    "Society & Culture": (
        *("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),
    ),
    "Sports": (
        *("Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby"),
        *("Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"),
    ),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    "Technology": (),
    "True Crime": (),
}

_ABOVE = {below: above for above, subcategories in SUBCATEGORIES.items() for below in subcategories}


def category(name: str) -> str:
    """The name of a category or of a subcategory, which are all different.

    Raises:
        ValueError: there is none of that name.
    """
    if name not in SUBCATEGORIES and name not in _ABOVE:
        hint = did_you_mean(name, (*SUBCATEGORIES, *_ABOVE))
        raise ValueError(f"must be a category of Apple Podcasts, which {name!r} is not{hint}")
    return name


def above(name: str) -> str:
    """The category that a subcategory belongs to; "" if it is a category itself."""
    return _ABOVE.get(name, "")

"""The words that a mail tool or a web page puts around an issue: whole sentences, in small letters.

English first, then what German, French and Spanish tools say in the same places.
"""

from __future__ import annotations

import re

_MAIL = r"(?:e-?mail|newsletter|message|issue|post|edition)"
_SETTINGS = r"(?:subscriptions?|preferences|profile|settings|options)"
_TOOLS = (
    r"(?:beehiiv|substack|ghost|mailchimp|buttondown|kit|convertkit|mailerlite|medium|wordpress(?:\.com)?)"
)
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|instagram|youtube|mastodon|bluesky|threads|tiktok|whatsapp|reddit|rss"
    r"|e-?mail)"
)
_REST = r"(?:[^.!?]|[.!?](?=\S))*[.!?]?"  # of one sentence, in which "example.org" may stand

_HERE = r"(?:,? (?:here|now|click here|below|at any ?time|anytime|instantly|with one click))*"
_LIST = (
    r"(?: from (?:this|our|the|these|all)(?: \w+){0,2} (?:lists?|e-?mails?|newsletters?|messages)"
    r"| from .{1,40})?"
)
_LEAVE = rf"(?:unsubscribe|opt[- ]out){_LIST}{_HERE}"
_MANAGE = (
    r"(?:manage|update|change|edit|adjust)(?: (?:your|my|the))?(?: e-?mail| subscription)*"
    rf" {_SETTINGS}{_HERE}"
)
_EITHER = rf"(?:\*\* ?)?(?:{_LEAVE}|{_MANAGE})"
_NO_LONGER = (
    r"(?:if you(?:'d)? )?(?:don't|no longer|do not|(?:would )?(?:rather|prefer) not)(?: (?:want|wish|like))?"
    rf"(?: to)?(?: (?:receive|get|hear|see))?(?: from us| (?:these|this|our|such|my)(?: {_MAIL}s?)?)"
)
_LEAVING = (
    rf"(?:(?:{_NO_LONGER}|want out|not for you|had enough)[?,:]? )?"
    r"(?:(?:you can|you may|please|click here|or|to)(?: (?:also|always|to))* )?"
    rf"{_EITHER}(?:(?:,| /| \||/)? ?(?:(?:and|or|&|·|\|) ?)?{_EITHER})*"
)
_YOU_GET = (
    r"you(?:'re| are|'ve)?(?: are)? (?:receiv(?:ed|ing|e)|get(?:ting)?|got)"
    rf" (?:this|these|our)(?: {_MAIL}s? (?:because|as|since)| because){_REST}"
)

_ENGLISH = (
    # what surrounds an article on a page
    r"keep reading|see all|view more|load(?:ing)?(?: more)?|table of contents|paid",
    r"(?:related|recommended|previous|next) (?:posts?|articles?|stories|issues?)|recommended for you",
    r"previous|next|top latest discussions|back to (?:top|home)|skip to (?:main )?content",
    r"no (?:more )?(?:posts|articles|results)(?: found)?",
    r"(?:reading time:? )?\d+ ?min(?:ute)?s?(?: (?:read|listen))?|listen to (?:this |the )?(?:post|article)",
    r"cookie (?:policy|settings)|accept(?: all)? cookies|start writing(?: today)?|get (?:the|our) app",
    r"the post .{1,200} (?:first appeared|appeared first) on .{1,80}",
    r"sent from my [\w ]{1,30}|sent from (?:outlook|yahoo mail|gmail)(?: .{1,30})?|get outlook for \w+",
    # what asks for a reaction
    r"(?:\d+ )?(?:comments?|likes?|shares?|views|restacks?|repl(?:y|ies))",
    r"(?:leave|add|write|post)(?: a| your)? comment|discussion about this (?:post|podcast|video)",
    r"log ?in or subscribe to participate.{0,40}|or to participate|refer a friend|pledge your support",
    rf"(?:share|tweet|forward|like|restack)(?: (?:this|the))? (?:{_MAIL}|article|story)",
    rf"(?:share|tweet|forward)(?: (?:this|the))?(?: {_MAIL}| article)? (?:on|via|by|with) [\w ]{{1,20}}",
    (
        rf"(?:(?:share(?: (?:this|the)(?: {_MAIL}| story| article)?)?|follow us)(?: on|:)? ?)?{_NETWORK}"
        rf"(?:[ ,/|·]+(?:and |or )?(?:share on )?{_NETWORK})*"
    ),
    r"tweet|forward|click to share|copy link|bookmark|give a gift subscription|reply to this e-?mail",
    # accounts and subscriptions
    r"(?:log ?in|sign ?(?:in|up|out)|subscribed?)(?: (?:now|here|today|free|for free))?",
    r"upgrade(?: to paid)?|(?:click here to )?subscribe|start(?: a)? free trial|type your e-?mail.{0,10}",
    r"subscribe to (?:this|the|our) newsletter|already (?:a subscriber|have an account)\?|ready for more\?",
    r"advertise(?: (?:with us|here))?|sponsor us|become a sponsor",
    r"(?:want|interested in|looking) to advertise(?: (?:with us|here|in .{1,40}))?\?",
    (
        r"(?:thanks for reading(?: .{1,80})?[!.] )?(?:subscribe|sign up)(?: here)?(?: for free)?"
        r" (?:to receive new posts(?: and support my work)?|for more)"
    ),
    r".{1,80} is (?:a )?reader-supported(?: publication)?",
    r"to receive new posts and support my work, consider becoming a (?:free or )?paid subscriber",
    r"(?:love|like|enjoying) [\w ]{1,40}\? (?:tell|share it with) (?:your |a )?friends?(?: and get rewards)?",
    r"share your (?:unique )?referral (?:link|code)(?: .{1,90})?",
    r"your referral (?:count|link|code):?(?: .{1,60})?",
    r"(?:or )?copy (?:and|&) paste (?:this |your )?(?:referral )?(?:link|url)(?: .{1,60})?",
    # what a mail says of itself
    rf"view(?: this| the)?(?: {_MAIL})? (?:in|on|as)(?: \w+)?(?: web)? ?(?:browser|site|page)",
    (
        rf"(?:view|read|open|listen)(?: it| this)?(?: {_MAIL})? (?:online|in (?:the )?app|on (?:the )?web)"
        r"(?: at)?"
    ),
    rf"(?:is )?(?:this )?{_MAIL} not (?:displaying|showing|loading)(?: correctly| properly)?\?",
    rf"(?:having )?trouble (?:viewing|reading) this {_MAIL}\?",
    rf"was this(?: {_MAIL})? forwarded(?: to you)?(?: by [\w ]{{1,20}})?\?|forwarded this {_MAIL}\?",
    rf"(?:did )?(?:someone|a friend) forward(?:ed)?(?: you)? this(?: {_MAIL})?(?: to you)?\??",
    _YOU_GET,
    rf"this {_MAIL} was sent (?:to|by|from){_REST}|sent to \S{{1,60}}@\S{{1,60}}",
    rf"you(?:'ve| have)? just (?:read|finished)(?: reading)? (?:this )?{_MAIL}(?: #?\d+)?(?: of .{{1,80}})?",
    (
        r"you can (?:also )?(?:browse|read|find|see|view) (?:the |our |my |all )?(?:full |past |old )?"
        r"(?:archives?|issues)(?: (?:of this newsletter|here|online))?"
    ),
    _LEAVING,
    rf"{_NO_LONGER}\?|want to change how you receive these {_MAIL}s\?",
    r"our mailing address is:?.{0,120}",
    r"add us to your address book",
    # law and machinery
    (
        r"(?:(?:view|read|see) (?:our|the) )?(?:privacy(?: (?:policy|notice|statement))?"
        r"|terms(?: (?:of (?:service|use)|(?:and|&) conditions))?)(?: here)?"
    ),
    r"collection notice|imprint|all rights reserved",
    r"(?:copyright )?(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d\d.*",
    (
        rf"(?:powered by|made with|sent (?:with|by|via)|published (?:with|on|via)|brought to you by) {_TOOLS}"
        rf"(?:, .{{1,90}})?"
    ),
    r"substack is the home for great culture",
)
_GERMAN_MAIL = r"(?:e-?mail|newsletter|nachricht|mailing|mail|ausgabe)"
_GERMAN_FOOTER = (
    (
        r"(?:sie|du) (?:erhalten|erhältst|bekommen|bekommst|empfangen|empfängst) (?:diese[nrs]?|unsere[nrs]?)"
        rf" {_GERMAN_MAIL},? (?:weil|da){_REST}"
    ),
    (
        r"(?:(?:vo[nm] )?(?:diesem |unserem |den |dem |der )?(?:newsletter|mailingliste|verteiler) )?"
        r"(?:hier |jetzt )?(?:abmelden|abbestellen|austragen)(?: hier)?"
    ),
    (
        r"(?:sie|du) (?:können|kannst)(?: (?:sich|dich|den newsletter|diesen newsletter|jederzeit|hier))*"
        r" (?:abmelden|abbestellen|austragen)"
    ),
    r"(?:wenn|falls|möchten|möchtest|willst|wollen) .{0,80}\b(?:abmelden|abbestellen|austragen)\b.{0,40}",
)
_GERMAN = (
    *_GERMAN_FOOTER,
    (
        rf"(?:(?:hier )?(?:diese[nrs]? |den |die )?{_GERMAN_MAIL} )?(?:im|in ihrem|in deinem) (?:web)?browser"
        r" (?:ansehen|anzeigen|öffnen|lesen|anschauen)"
    ),
    r"online(?:-version)? (?:ansehen|anzeigen|öffnen|lesen)|webversion",
    rf"(?:wird|werden) diese[r]? {_GERMAN_MAIL} nicht (?:richtig|korrekt) (?:angezeigt|dargestellt)\?",
    r"(?:e-?mail-?)?(?:einstellungen|profil|abo|abonnement) (?:ändern|verwalten|bearbeiten|aktualisieren)",
    r"impressum|datenschutz(?:erklärung|hinweise?)?|agb|alle rechte vorbehalten|kontakt|cookie-einstellungen",
    r"(?:jetzt )?(?:teilen|weiterleiten|weiterempfehlen|abonnieren|kommentieren)|\d+ min(?:uten)? lesezeit",
    rf"(?:wurde )?(?:ihnen|dir) diese[r]? {_GERMAN_MAIL} weitergeleitet(?: worden)?\?",
)
_FRENCH_MAIL = r"(?:e-?mail|courriel|mail|message|newsletter|lettre|infolettre|numéro)"
_FRENCH_FOOTER = (
    (
        r"(?:vous|tu) (?:recevez|reçois|avez reçu|as reçu) (?:cet?|cette|notre|nos)"
        rf" {_FRENCH_MAIL}s?,? (?:parce qu|car|puisqu|suite à){_REST}"
    ),
    r"(?:(?:cliquez ici )?pour )?(?:vous |se |me |te )?(?:désabonner|désinscrire)(?: (?:ici|de .{1,40}))?",
    r"désabonnement|désinscription|(?:désabonnez|désinscrivez)-vous(?: ici)?|je me (?:désabonne|désinscris)",
    r"(?:si vous|vous) .{0,80}\b(?:désabonner|désinscrire)\b.{0,40}",
)
_FRENCH = (
    *_FRENCH_FOOTER,
    (
        rf"(?:voir|lire|afficher|consulter|ouvrir)(?: (?:cet?|cette|la|le) {_FRENCH_MAIL})?"
        r" (?:dans (?:le|votre|un|ton) navigateur|en ligne)"
    ),
    r"(?:(?:voir|lire|afficher|consulter) la )?version (?:en ligne|web)",
    (
        r"(?:gérer|modifier|mettre à jour)(?: (?:vos|mes|tes|les|votre|mon))?"
        r" (?:préférences|abonnements?|profil)(?: ici)?"
    ),
    r"mentions légales|(?:politique de )?confidentialité|tous droits réservés",
    r"partager(?: (?:sur .{1,20}|cet article))?|s'abonner|abonnez-vous|transférer",
    r"\d+ min(?:utes)? de lecture",
    rf"(?:on vous a transféré|vous a-t-on transféré) (?:cet?|cette) {_FRENCH_MAIL} \?",
)
_SPANISH_MAIL = r"(?:e-?mail|correo(?: electrónico)?|mensaje|newsletter|boletín)"
_SPANISH_FOOTER = (
    (
        r"(?:(?:has|ha|estás|está) )?(?:recib(?:es?|en|ido|iendo)) (?:este|esta|nuestro)"
        rf" {_SPANISH_MAIL},? (?:porque|ya que|por){_REST}"
    ),
    r"(?:(?:haz|haga) clic aquí para |para )?dar(?:se|te|me) de baja(?: (?:aquí|de .{1,40}))?",
    r"(?:para )?(?:cancelar|anular)(?: (?:la|tu|su|mi))? suscripción(?: aquí)?",
    r"(?:date|dese) de baja(?: aquí)?",
    r"(?:si (?:no|ya no|quieres|desea|deseas)|puedes|puede) .{0,80}\bdar(?:te|se) de baja\b.{0,40}",
)
_SPANISH = (
    *_SPANISH_FOOTER,
    (
        rf"(?:ver|leer|abrir)(?: (?:este|el|la|esta) {_SPANISH_MAIL})?"
        r" (?:en (?:el|tu|su) navegador|en línea|online|en la web)"
    ),
    r"ver (?:la )?versión (?:web|online|en línea)",
    (
        r"(?:gestionar|administrar|actualizar|cambiar)(?: (?:tus|sus|mis|las))?"
        r" (?:preferencias|suscripci(?:ón|ones))(?: aquí)?"
    ),
    r"aviso legal|(?:política de )?privacidad|todos los derechos reservados|términos y condiciones",
    r"compartir(?: en .{1,20})?|suscribirse|suscríbete|reenviar|\d+ min(?:utos)? de lectura",
    rf"¿(?:te|le) (?:han reenviado|reenviaron) este {_SPANISH_MAIL}\?",
)
FURNITURE = re.compile("|".join((*_ENGLISH, *_GERMAN, *_FRENCH, *_SPANISH)))
"""Matches a whole line, cell or sentence, given in small letters and without a sign at its ends."""

# "Change your settings." may be advice.
_SAYS_SO = r"(?=.*(?:unsubscribe|opt[- ]out|e-?mail pref|subscription))"
_OF_MAIL = rf"(?=.*(?:{_MAIL}|receiv|subscri|signed up|opted))"
FOOTER = re.compile(
    "|".join((_SAYS_SO + _LEAVING, _OF_MAIL + _YOU_GET, *_GERMAN_FOOTER, *_FRENCH_FOOTER, *_SPANISH_FOOTER))
)
"""Of these, what is furniture wherever it stands: how to leave the list, and why the mail came."""

_STREET = (
    r"(?:street|st|avenue|ave|road|rd|suite|ste|floor|box|lane|quay|drive|blvd|square|court|way"
    r"|(?:\w*stra(?:ss|ß)e)|\w*str|platz|weg|allee|gasse|rue|place|boulevard|calle|plaza|avenida)"
)
_PAGES = r"careers|shop|store|merch|faqs?|about(?: us)?|contact(?: us)?|archives?|home|help|support|jobs|team"
BESIDE = re.compile(rf"(?=.*\d)(?=.*,)(?=.*\b{_STREET}\b).{{6,120}}|{_PAGES}")
"""Where a sender lives, and a page's other pages: furniture only beside such."""

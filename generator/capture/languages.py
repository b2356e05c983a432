"""How languages mark what somebody says: quotation marks, and words of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What is known of one language; words stand in one text, with spaces between.

    open, close: Marks that open and close there (others are read by where they stand).
    elided: What follows an apostrophe at a word's beginning, in small letters.
    inserts: Whether "he said" may stand between the marks, set off by commas or dashes.
    dialogue: Whether a dash at a paragraph's beginning begins what somebody says.
    said: Verbs of saying as they are printed; * stands for any ending.
    wrote: Those that announce a text in a paragraph of its own, without marks.
    pronouns: Who said it, where no name does.
    titles: Words before a name that are no part of it.
    """

    open: str
    close: str
    elided: str = ""
    inserts: bool = False
    dialogue: bool = False
    said: str
    wrote: str = ""
    pronouns: str = ""
    titles: str = ""


# For each language by its code; "default" is for all others.
_ENTRIES = {
    "default": _Entry(
        open="“‘«‹„‚",
        close="”’»›",
        elided="n",
        dialogue=True,
        said="said says",
        pronouns="he she they",
    ),
    "en": _Entry(
        open="“‘„‚",
        close="”’",
        elided=(
            "tis twas twere twill em til till cause n bout round cept neath fraid kay nother "
            "nuff cos cuz ere im er ndrangheta t"
        ),
        said=(
            "said says told tells added adds asked asks answered answers replied replies "
            "wrote writes tweeted tweets posted continued continues explained explains noted "
            "notes stated declared declares announced announces argued argues insisted "
            "insists warned warns stressed stresses recalled recalls reports reported quipped "
            "joked shouted yelled claimed claims concluded concludes remarked remarks "
            "responded responds commented observed testified"
        ),
        wrote="wrote writes tweeted tweets posted posts reads read stated",
        pronouns="he she they",
        titles=(
            "mr mrs ms miss dr prof professor sir lord lady dame president vice prime deputy "
            "minister foreign secretary chancellor senator sen representative rep congressman "
            "congresswoman governor gov mayor king queen prince princess pope general gen "
            "colonel col captain capt sergeant sgt lieutenant lt officer judge justice chief "
            "chairman chairwoman director spokesman spokeswoman spokesperson ambassador "
            "commissioner councillor councilman councilwoman candidate leader former then rev "
            "reverend bishop republican democrat attorney speaker and but as when while the"
        ),
    ),
    "de": _Entry(
        open="„‚»›",
        close="“‘«‹”’",
        elided="s n ne nen nem ner m r rum rein raus rauf runter ndrangheta",
        said=(
            "sagt* erklärt* betont* meint* schrieb schreibt fügt* fragt* antwortet* "
            "berichtet* ergänzt* kritisiert* warnt* fordert* teilt* äußert* rief ruft "
            "kündigt* behauptet* bemerkt* kommentiert* verkündet* urteilt* hieß heißt"
        ),
        wrote="schrieb schreibt",
        pronouns="er sie es",
        titles=(
            "herr frau dr prof professor präsident präsidentin kanzler kanzlerin "
            "bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin "
            "innenminister innenministerin ministerpräsident ministerpräsidentin "
            "bürgermeister bürgermeisterin sprecher sprecherin chef chefin senator senatorin "
            "general papst könig königin vorsitzender vorsitzende sprecher"
        ),
    ),
    "fr": _Entry(
        open="«“‹‘",
        close="»”›’",
        inserts=True,
        dialogue=True,
        said=(
            "dit dit-il dit-elle disait déclare* déclaré* affirme* affirmé* ajoute* ajouté* "
            "explique* expliqué* assure* assuré* estime* estimé* précise* précisé* souligne* "
            "souligné* lance* lancé* répond* répondu* demande* demandé* écrit* confie* "
            "confié* poursuit* poursuivi* rappelle* rappelé* indique* indiqué* insiste* "
            "insisté* conclut* conclu raconte* raconté* martelé* martèle* réagi* soutient* "
            "soutenu* annonce* annoncé* observe* reconnaît* reconnu*"
        ),
        wrote="écrit écrivait",
        pronouns="il elle on ils elles",
        titles=(
            "m mme mlle dr président présidente ministre premier première maire général roi "
            "reine le la les"
        ),
    ),
    "es": _Entry(
        open="«“‹‘",
        close="»”›’",
        inserts=True,
        dialogue=True,
        said=(
            "dijo dice afirm* añad* asegur* declar* explic* señal* indic* sostuv* sostien* "
            "respond* pregunt* escrib* manifest* agreg* apunt* coment* subray* advirti* "
            "insist* conclu* matiz* recalc* recuerd* recordó anunci* reconoc* preciso precisó"
        ),
        wrote="escribió tuiteó",
        pronouns="él ella ellos ellas",
        titles=(
            "el la los las sr sra don doña dr presidente presidenta ministro ministra alcalde "
            "alcaldesa rey reina general"
        ),
    ),
    "it": _Entry(
        open="«“‹‘",
        close="»”›’",
        elided="ndrangheta sto sta ste sti na nu ndrine ndrina",
        inserts=True,
        dialogue=True,
        said=(
            "detto dice disse dicono afferma* dichiara* spiega* aggiunge* aggiunto "
            "sottolinea* osserva* assicura* risponde* risposto scrive* scritto sostiene "
            "sostenuto ricorda* conclude* concluso commenta* ribadi* precisa* annuncia* "
            "chiede* chiesto racconta* prosegue"
        ),
        wrote="scrive scritto",
        pronouns="lui lei egli ella loro",
        titles=(
            "il la lo i le gli signor signora dott presidente ministro ministra sindaco "
            "sindaca premier papa generale"
        ),
    ),
    "pt": _Entry(
        open="«“‹‘",
        close="»”›’",
        inserts=True,
        dialogue=True,
        said=(
            "disse diz afirm* acrescent* declar* explic* respond* pergunt* escrev* garant* "
            "destac* coment* conclu* observ*"
        ),
        wrote="escreveu",
        pronouns="ele ela eles elas",
        titles="o a os as sr sra presidente ministro ministra prefeito prefeita",
    ),
    "ru": _Entry(
        open="«„“",
        close="»“”",
        inserts=True,
        dialogue=True,
        said=(
            "сказал* говорит* говорил* заяв* отмет* отмеча* подчерк* добав* сообщ* поясн* "
            "объясн* уточн* счита* напис* пиш* ответ* отвеча* спрос* рассказ* призна* напомн* "
            "продолж* увер* утвержд* цитиру* воскликн* возраз* замет* указал* полага*"
        ),
        wrote="написал написала пишет",
        pronouns="он она они",
        titles=(
            "президент премьер министр мэр глава господин госпожа г-н г-жа генерал король "
            "королева сенатор депутат губернатор канцлер папа"
        ),
    ),
    "uk": _Entry(
        open="«„“",
        close="»“”",
        inserts=True,
        dialogue=True,
        said=(
            "сказа* каже* говори* заяв* зазнач* підкресл* дода* повідом* поясн* уточн* вважа* "
            "напис* пиш* відпов* запита* розпов* визна* нагада* наголос* зауваж*"
        ),
        wrote="написав написала пише",
        pronouns="він вона вони",
        titles="президент прем'єр міністр мер голова пан пані генерал канцлер",
    ),
    "pl": _Entry(
        open="„«‚“",
        close="”»’",
        inserts=True,
        dialogue=True,
        said=(
            "powiedzia* mówi* stwierdzi* doda* zaznaczy* podkreśli* oświadczy* wyjaśni* "
            "odpowiedzia* zapyta* napisa* przyzna* zapewni*"
        ),
        wrote="napisał napisała",
        pronouns="on ona oni one",
        titles="pan pani prezydent premier minister burmistrz generał",
    ),
    "sv": _Entry(
        open="”“»‘’",
        close="”“»’‘",
        dialogue=True,
        said="sade säger sa berättar skriver skrev menar svarade frågade tillade",
        wrote="skrev skriver",
        pronouns="han hon de",
    ),
    "fi": _Entry(
        open="”»",
        close="”»",
        dialogue=True,
        said="sanoi sanoo kertoi kertoo totesi toteaa lisäsi kirjoitti vastasi kysyi",
        wrote="kirjoitti kirjoittaa",
        pronouns="hän he",
    ),
    "ar": _Entry(
        open="“«‘",
        close="”»’",
        said=(
            "قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد صرح صرحت أوضح أوضحت "
            "وأوضح كتب كتبت أعلن أعلنت يقول تقول"
        ),
        wrote="كتب كتبت",
        pronouns="هو هي",
        titles="الرئيس الوزير رئيس وزير",
    ),
    "he": _Entry(
        open="„“",
        close="”“",
        said=(
            "אמר אמרה אומר אומרת הוסיף הוסיפה ציין ציינה הדגיש הדגישה כתב כתבה הסביר הסבירה "
            "מסר מסרה טען טענה הודיע הודיעה"
        ),
        wrote="כתב כתבה",
        pronouns="הוא היא הם",
        titles='השר השרה הנשיא ראש ח"כ ד"ר',
    ),
    "zh": _Entry(
        open="“‘「『",
        close="”’」』",
        said="说 說 表示 称 稱 指出 写道 寫道 回答 强调 補充",
        wrote="写道 寫道",
        pronouns="他 她 他们",
    ),
}


@dataclass(frozen=True, slots=True)
class Language:
    """The marks of one language, and its words as sets or regular expressions."""

    open: str
    close: str
    elided: frozenset[str]
    inserts: bool
    dialogue: bool
    said: str
    wrote: str
    pronouns: str
    titles: frozenset[str]


@cache
def language(code: str) -> Language:
    """What is known of a language, by its code; what holds for all others where it has no entry."""
    entry = _ENTRIES.get(code.split("-", maxsplit=1)[0].lower(), _ENTRIES["default"])
    return Language(
        open=entry.open,
        close=entry.close,
        elided=frozenset(entry.elided.split()),
        inserts=entry.inserts,
        dialogue=entry.dialogue,
        said=_alternatives(entry.said.split()),
        wrote=_alternatives(entry.wrote.split()),
        pronouns=_alternatives(entry.pronouns.split()),
        titles=frozenset(entry.titles.split()),
    )


def _alternatives(words: list[str]) -> str:
    """A regular expression that matches any of the words; * stands for an ending."""
    if not words:
        return "(?!)"
    found = (re.escape(word).replace(r"\*", r"\w{0,6}") for word in sorted(words, key=len)[::-1])
    return f"(?:{'|'.join(found)})"

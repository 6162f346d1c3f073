"""Problems are values: what is wrong, where it stands, what was found and what is expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build before anything is planned; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every problem that Protokol can report; the text of each stands in the catalogue `problems.yml`.

    P00 configuration and command, P01 files and YAML, P02 fields against their declaration,
    P03 references and addresses, P04 rules across records, P05 the built site.
    """

    NO_CONTENT = "P0001"
    CONFIG_MISSING = "P0002"
    OUTPUT_NOT_OURS = "P0003"
    NO_RECORDS = "P0004"
    FORMAT_UNKNOWN = "P0005"
    THEME_BROKEN = "P0006"
    LEDGER_BROKEN = "P0007"
    HANDBOOK_BROKEN = "P0008"
    NOBODY_TO_WRITE_TO = "P0009"

    NOT_UTF8 = "P0101"
    CONTROL_CHARACTER = "P0102"
    MERGE_CONFLICT = "P0103"
    FENCE_MISSING = "P0104"
    FENCE_UNCLOSED = "P0105"
    YAML_SYNTAX = "P0106"
    DUPLICATE_KEY = "P0107"
    ALIAS = "P0108"
    TAG = "P0109"
    TOO_DEEP = "P0110"
    TOO_LARGE = "P0111"
    NOT_A_MAPPING = "P0112"
    KEY_NOT_TEXT = "P0113"
    MISPLACED_FILE = "P0114"
    BAD_FILE_NAME = "P0115"
    UNREADABLE = "P0116"
    SEVERAL_DOCUMENTS = "P0117"
    ANNEX_MISSING = "P0118"
    ANNEX_TYPE = "P0119"
    ANNEX_SIZE = "P0120"
    ANNEX_UNREADABLE = "P0121"
    CHECKSUM_DIFFERS = "P0122"
    TEXT_AS_COMMENT = "P0123"

    MISSING = "P0201"
    UNKNOWN_FIELD = "P0202"
    EXPECTED_MAPPING = "P0203"
    EXPECTED_LIST = "P0204"
    EXPECTED_SCALAR = "P0205"
    NOT_IN_VOCABULARY = "P0206"
    BAD_DATE = "P0207"
    BAD_TIME = "P0208"
    BAD_NUMBER = "P0209"
    BAD_AMOUNT = "P0210"
    BAD_PATTERN = "P0211"
    BAD_ADDRESS = "P0212"
    BAD_YES_NO = "P0213"
    BAD_POINTER = "P0214"
    BAD_LINE_BREAK = "P0215"
    DUPLICATE_PART = "P0216"
    PRIVATE_DATA = "P0217"
    PRIVATE_IN_ANNEX = "P0218"
    PERHAPS_PERSONAL = "P0219"

    DANGLING = "P0301"
    DUPLICATE_ID = "P0302"
    SAME_ADDRESS = "P0303"
    NO_MEETING = "P0304"
    DANGLING_PART = "P0305"
    BAD_LINK = "P0306"
    DRAFT_NAMED = "P0307"

    END_BEFORE_START = "P0401"
    DECISION_TOO_EARLY = "P0402"
    NO_OUTCOME = "P0403"
    APPROVED_INFORMATION = "P0404"
    OUTCOME_DIFFERS = "P0405"
    POSTPONED_UNTIL = "P0406"
    REFERRED_TO = "P0407"
    SHARE_DIFFERS = "P0408"
    SHARES_DO_NOT_SUM = "P0409"
    PARTY_NOT_COVERED = "P0410"
    TWO_POSITIONS = "P0411"
    APPOINTMENT_OUTSIDE_BODY = "P0412"
    POST_OVERFILLED = "P0413"
    END_WITHOUT_REASON = "P0414"
    SUCCESSOR_MISSING = "P0415"
    CYCLE = "P0416"
    WEEKDAY_DIFFERS = "P0417"
    DATES_DISAGREE = "P0418"
    CLOSED_ITEM_SHOWN = "P0419"
    TABLE_DOES_NOT_SUM = "P0420"
    TABLE_DOES_NOT_BALANCE = "P0421"
    DEVIATION_UNUSED = "P0422"
    UNKNOWN_KEY = "P0423"
    EXPIRED_SILENTLY = "P0424"
    NUMBER_NOT_IN_RECORD = "P0425"
    SAME_MAP_CELL = "P0426"
    STATE_CONTRADICTS_DATE = "P0427"
    ROW_TOO_LONG = "P0428"

    BROKEN_LINK = "P0501"
    BROKEN_ANCHOR = "P0502"
    ADDRESS_GONE = "P0503"
    FOREIGN_ASSET = "P0504"
    OUTSIDE_LINK_DEAD = "P0505"
    ANCHOR_TWICE = "P0506"


# Warnings tell the editor something; everything else stops the build.
WARNINGS = frozenset(
    {
        Code.NOBODY_TO_WRITE_TO,
        Code.ANNEX_UNREADABLE,
        Code.OUTCOME_DIFFERS,
        Code.EXPIRED_SILENTLY,
        Code.NUMBER_NOT_IN_RECORD,
        Code.OUTSIDE_LINK_DEAD,
        Code.ANCHOR_TWICE,
    }
)


# What an editor may say is something else, by quoting it word for word; of no interest to readers.
EXCUSED_BY_QUOTE = frozenset({Code.PRIVATE_DATA, Code.PRIVATE_IN_ANNEX, Code.PERHAPS_PERSONAL})


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, at one place.

    `line` and `column` count from 1; `field` is the dotted path of the field, empty for a whole file;
    `details` are the values for the message's blanks (found, expected, ...); `suggestion` is a value
    that would have been right, empty where none is near; it is `sure` where nothing else can have been meant.
    """

    path: str
    line: int
    column: int
    code: Code
    field: str = ""
    details: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""
    sure: bool = False

    @property
    def severity(self) -> Severity:
        """Whether this problem stops the build."""
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR


def problem(
    path: str,
    code: Code,
    *,
    at: tuple[int, int] = (1, 1),
    field: str = "",
    suggestion: str = "",
    sure: bool = False,
    **details: object,
) -> Problem:
    """Make a problem; `at` is (line, column), `details` fill the blanks of the code's message."""
    blanks = tuple(sorted((key, str(value)) for key, value in details.items()))
    return Problem(path, at[0], at[1], code, field, blanks, suggestion, sure)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems, each once, sorted by place and then by code."""
    return tuple(sorted(set(problems)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops the build."""
    return any(found.severity is Severity.ERROR for found in problems)

"""The record types: one module each, one entry here."""

from generator.records.agreement import Agreement
from generator.records.appointment import Appointment
from generator.records.case import Case
from generator.records.consultation import Consultation
from generator.records.correction import Correction
from generator.records.cost_share import CostShare
from generator.records.document import Document
from generator.records.follow_up import FollowUp
from generator.records.glossary_term import GlossaryTerm
from generator.records.grant import Grant
from generator.records.initiative import Initiative
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.records.municipality import Municipality
from generator.records.organization import Organization
from generator.records.person import Person
from generator.records.position import Position
from generator.records.post import Post
from generator.records.record import Record
from generator.records.table import Table

# In the order in which indexes list them.
RECORD_TYPES: tuple[type[Record], ...] = (
    Meeting,
    Item,
    Agreement,
    Initiative,
    Municipality,
    Organization,
    Person,
    Post,
    Appointment,
    Case,
    CostShare,
    Table,
    Grant,
    Document,
    FollowUp,
    Position,
    Consultation,
    GlossaryTerm,
    Correction,
)

TYPE_NAMES = tuple(record_type.type_name for record_type in RECORD_TYPES)

__all__ = ["RECORD_TYPES", "TYPE_NAMES", "Record"]

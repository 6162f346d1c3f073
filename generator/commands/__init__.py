"""The commands of `protokol`: one module each, one entry here."""

from generator.commands.approve import APPROVE
from generator.commands.build import BUILD
from generator.commands.changes import CHANGES
from generator.commands.check import CHECK
from generator.commands.command import Command
from generator.commands.fix import FIX
from generator.commands.import_file import IMPORT
from generator.commands.init import INIT
from generator.commands.links import LINKS
from generator.commands.new import NEW
from generator.commands.serve import SERVE
from generator.commands.status import STATUS

# In the order in which the help lists them.
COMMANDS: tuple[Command, ...] = (NEW, IMPORT, CHECK, FIX, APPROVE, BUILD, SERVE, STATUS, CHANGES, LINKS, INIT)

__all__ = ["COMMANDS", "Command"]

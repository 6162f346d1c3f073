"""The house rules that a machine can hold: imports point down, small files and functions, honest names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import generator

FOLDER = Path(generator.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
# From top to bottom, as ARCHITECTURE.md has it. A module or package may import those below, and none above, also
# not through others. What is not named here may stand anywhere, as long as that holds.
LAYERS = (
    ("cli", "handbook"),
    ("commands",),
    ("pipeline",),
    ("stages",),
    ("pages", "search"),
    ("page", "rules"),
    ("library",),
    ("records",),
    ("config",),
    ("declaration",),
    ("source",),
    ("raw_yaml",),
    ("problems",),
)
# The import's own order, below its `importing.py`: a paper becomes lines, the lines items, the items drafts.
IMPORT_LAYERS = ("papers", "drafting", "meeting", "tables", "items", "headings", "labels", "lines", "language")
LONGEST_FILE, LONGEST_FUNCTION = 250, 40
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "core", "common", "misc", "base", "tools"}


def module_of(path: Path) -> str:
    """`generator/rules/__init__.py` is `generator.rules`."""
    parts = path.relative_to(FOLDER.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(module: str) -> frozenset[str]:
    """The modules of ours that a module imports itself."""
    found = set()
    for node in ast.walk(tree_of(MODULES[module])):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by dots; write the name out"
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return frozenset(found & MODULES.keys()) - {module}


@cache
def reached_from(module: str) -> frozenset[str]:
    """The modules of ours that a module imports, itself or through others."""
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        for one in imports_of(waiting.pop()) - reached:
            reached.add(one)
            waiting.append(one)
    return frozenset(reached)


def belongs_to(module: str, names: tuple[str, ...]) -> bool:
    return any(module == f"generator.{name}" or module.startswith(f"generator.{name}.") for name in names)


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for module, path in MODULES.items():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}.{node.name}", node


def test_the_modules_are_found_and_so_are_the_layers() -> None:
    assert {"generator.cli", "generator.rules", "generator.stages.check"} <= MODULES.keys()
    for layer in (*LAYERS, tuple(f"importer.{name}" for name in IMPORT_LAYERS)):
        for name in layer:
            assert any(belongs_to(module, (name,)) for module in MODULES), f"{name} is gone; mend LAYERS and ARCHITECTURE.md"


def upward(layer: tuple[str, ...], above: tuple[str, ...]) -> set[str]:
    """What a layer imports of those above it, itself or through others."""
    return {
        f"{module} → {reached}"
        for module in MODULES
        if belongs_to(module, layer)
        for reached in reached_from(module)
        if belongs_to(reached, above)
    }


@pytest.mark.parametrize("number", range(1, len(LAYERS)), ids=lambda number: LAYERS[number][0])
def test_a_layer_imports_nothing_above_it(number: int) -> None:
    assert upward(LAYERS[number], tuple(name for layer in LAYERS[:number] for name in layer)) == set()


@pytest.mark.parametrize("number", range(1, len(IMPORT_LAYERS)), ids=lambda number: IMPORT_LAYERS[number])
def test_a_layer_of_the_import_imports_nothing_above_it(number: int) -> None:
    layers = tuple(f"importer.{name}" for name in IMPORT_LAYERS)
    assert upward((layers[number],), (*layers[:number], "importer.importing")) == set()


def test_stages_do_not_import_each_other() -> None:
    stages = {module for module in MODULES if module.startswith("generator.stages.")}
    assert len(stages) > 5
    assert {f"{stage} → {other}" for stage in stages for other in reached_from(stage) & stages} == set()


def test_nothing_imports_itself_through_others() -> None:
    assert {module for module in MODULES if module in reached_from(module)} == set()


def test_only_the_command_prints() -> None:
    printing = set()
    for module, path in MODULES.items():
        for node in ast.walk(tree_of(path)):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
            stream = isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
            if called or (stream and ast.unparse(node).startswith("sys.")):
                printing.add(module)
    assert "generator.cli" in printing
    assert {module for module in printing if not belongs_to(module, ("cli", "commands"))} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_file_is_short_and_says_in_a_sentence_what_it_does(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    said = ast.get_docstring(tree_of(path))
    assert said, "a module begins with a sentence: what comes in, what goes out"
    assert said.split("\n\n")[0].rstrip().endswith("."), said


def test_functions_are_short() -> None:
    lengths = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions()}
    assert len(lengths) > 100
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_imports_stand_at_the_top() -> None:
    inside = {name for name, node in functions() for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)}
    assert inside == set()


def test_no_import_is_for_type_checkers_alone() -> None:
    assert [path.name for path in FILES if "TYPE_CHECKING" in path.read_text(encoding="utf-8")] == []


def test_names_say_what_a_module_is_about() -> None:
    assert {module for module in MODULES if EMPTY_NAMES & set(module.split("."))} == set()


def test_stages_are_one_file_for_each_step_of_the_pipeline() -> None:
    """`pipeline.py` is the table of contents: each stage is called there, and by nobody else."""
    stages = {module for module in MODULES if module.startswith("generator.stages.")}
    assert stages <= imports_of("generator.pipeline")

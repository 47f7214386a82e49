"""A module's mutants: its syntax tree with one operator, number, word or statement changed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.And: (ast.Or,), ast.Or: (ast.And,),
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Div,), ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "all": "any", "any": "all"}
UNTOUCHED = ("annotation", "returns", "decorator_list", "bases")


@dataclass(frozen=True)
class Mutant:
    """A change of one line of a function, as the two lines read, and the whole module with it."""

    function: str
    before: str
    after: str
    code: CodeType


def mutants_of(source: str, file: str = "<mutant>") -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    tree = ast.parse(source)
    for place in _places(tree, "", None):
        before = _line(place.statement)
        for changed in _changes(place.node):
            place.put(changed)
            after = _line(changed if place.is_statement else place.statement)
            code = compile(ast.fix_missing_locations(tree), file, "exec")
            yield Mutant(place.function, before, after, code)
            place.put(place.node)


@dataclass(frozen=True)
class _Place:
    """A node that can be changed, where it hangs, and the statement and function around it."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt
    function: str

    @property
    def is_statement(self) -> bool:
        return self.node is self.statement

    def put(self, node: ast.AST) -> None:
        """Hang a node in this place."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def _places(parent: ast.AST, function: str, statement: ast.stmt | None) -> Iterator[_Place]:
    for field, value in ast.iter_fields(parent):
        if field in UNTOUCHED or isinstance(parent, ast.Raise | ast.JoinedStr):
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_declaration(node, parent):
                continue
            within = node if isinstance(node, ast.stmt) else statement
            name = function
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                name = f"{function}.{node.name}".lstrip(".")
            if within is not None:
                yield _Place(node, parent, field, index, within, name)
            yield from list(_places(node, name, within))


def _is_declaration(node: ast.AST, parent: ast.AST) -> bool:
    """Return whether a statement only declares: docstrings, imports, types, fields of records."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.AnnAssign():
            return isinstance(parent, ast.ClassDef)
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return True
    return False


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    if isinstance(node, ast.expr):
        yield from _other_operators(node)
        yield from _other_values(node)
    elif isinstance(node, ast.stmt):
        yield from _other_statements(node)


def _other_operators(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=right):
            for other in OPERATORS.get(type(operator), ()):
                yield ast.Compare(left, [other()], right)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(OPERATORS[type(operator)][0](), values)
        case ast.BinOp(left=left, op=operator, right=right):
            for other in OPERATORS.get(type(operator), ()):
                yield ast.BinOp(left, other(), right)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand


def _other_values(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Name(id=name) if name in NAMES:
            yield ast.Name(NAMES[name], node.ctx)
        case ast.Constant(value=value):
            yield from _other_constants(value)


def _other_statements(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.AugAssign(target=target, op=operator, value=value):
            for other in OPERATORS.get(type(operator), ()):
                yield ast.AugAssign(target, other(), value)
        case ast.If(test=test, body=body, orelse=orelse) if not isinstance(test, ast.Compare):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(value=value) if value is not None and ast.unparse(value) != "None":
            yield ast.Return(ast.Constant(None))
        case ast.Continue() | ast.Raise() | ast.Expr():
            yield ast.Pass()


def _other_constants(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        if value:
            yield ast.Constant(type(value)(0))
    elif isinstance(value, str):
        yield ast.Constant(value + "?")


def _line(statement: ast.AST) -> str:
    """Return a statement as one line; of one that holds others its head."""
    lines = ast.unparse(ast.fix_missing_locations(statement)).split("\n")
    return next(line for line in lines if not line.startswith("@"))

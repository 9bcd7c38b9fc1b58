"""Whatever somebody does to the rows of an audit, or to the books past them: it is found, and where."""

from typing import Any

import pytest

from reconciler.model.audit import AuditRow
from reconciler.portal.books.chain import ALTERED, GONE, OTHER_BOOKS, OTHER_END, UNLINKED, hash_of, misfit
from reconciler.portal.books.protocol import Store
from reconciler.portal.books.store import SqlStore
from tests.portal.company import Till, opened

OTHER = {"at": "'2026-11-22T00:00:00Z'", "day": "'2026-11-21'", "action": "'remove'", "ref": "'r9'", "content": "'x'",
         "plan": "'x'", "actor": "'x'", "token": "9", "revision": "9", "before": "'x'", "hash": "'x'", "number": "9"}
WHY = {"before": UNLINKED, "number": GONE}


def run(store: Store, *statements: str) -> None:
    """Change the database, as somebody with another program."""
    assert isinstance(store, SqlStore)
    with store.write() as books:
        for statement in statements:
            books.connection.exec_driver_sql(statement)


@pytest.fixture
def five(sql: Store) -> tuple[Store, Till]:
    """A portal with five rows: made, and four groups."""
    till = opened(sql)
    for name in ("a", "b", "c", "d"):
        till.queue("create", f"group/{name}")
    return sql, till


def found(till: Till) -> tuple[int, object] | None:
    """The first row that does not fit, and why."""
    meta, those = till.service.audit()
    wrong = misfit(those, meta)
    return wrong and (wrong.number, wrong.why)


@pytest.mark.parametrize("column", OTHER)
@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_changed_column_is_found(five: tuple[Store, Till], column: str, number: int) -> None:
    """In the first row, in the middle, in the last."""
    assert set(OTHER) == set(AuditRow._fields)
    store, till = five
    run(store, f'UPDATE audit SET "{column}" = {OTHER[column]} WHERE number = {number}')  # noqa: S608 - see above
    assert found(till) == (number, WHY.get(column, ALTERED))


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_removed_row_is_found(five: tuple[Store, Till], number: int) -> None:
    """Wherever it stood, at the end too; also where the others were given new numbers."""
    store, till = five
    run(store, f"DELETE FROM audit WHERE number = {number}")  # noqa: S608 - a number
    assert found(till) == (number, GONE)
    for later in range(number, 5):
        run(store, f"UPDATE audit SET number = {later} WHERE number = {later + 1}")  # noqa: S608 - a number
    assert found(till) == (number, UNLINKED if number < 5 else GONE)


def test_exchanged_rows_are_found(five: tuple[Store, Till]) -> None:
    """Two rows in each other's place."""
    store, till = five
    run(store, "UPDATE audit SET number = 9 WHERE number = 2", "UPDATE audit SET number = 2 WHERE number = 3",
        "UPDATE audit SET number = 3 WHERE number = 9")
    assert found(till) == (2, UNLINKED)


def forged(till: Till, **more: Any) -> AuditRow:
    """The last row, written anew with these values and the right hash."""
    row = till.service.audit()[1][-1]._replace(**more)
    return row._replace(hash=hash_of(row))


def put(store: Store, row: AuditRow) -> None:
    """Write a row as somebody who knows how."""
    values = ", ".join(repr(value) for value in row)
    run(store, f"DELETE FROM audit WHERE number = {row.number}", f"INSERT INTO audit VALUES ({values})")  # noqa: S608


def test_forged_rows_are_found(five: tuple[Store, Till]) -> None:
    """A row added at the end, and the last one written anew with a hash that fits."""
    store, till = five
    last = till.service.audit()[1][-1]
    put(store, forged(till, number=6, before=last.hash))
    assert (found(till) or (0,))[0] == 6
    run(store, "DELETE FROM audit WHERE number = 6")
    assert found(till) is None
    put(store, forged(till, actor="somebody"))
    assert found(till) == (5, OTHER_END)


def test_other_books_are_found(five: tuple[Store, Till]) -> None:
    """The rows of another moment: restored beside a newer portal, or the portal changed past them."""
    store, till = five
    run(store, "UPDATE meta SET value = '9' WHERE key = 'revision'")
    assert found(till) == (5, OTHER_BOOKS)
    run(store, "UPDATE meta SET value = '5' WHERE key = 'revision'", "DELETE FROM audit")
    assert found(till) == (1, GONE)


def test_what_is_no_row_at_all_is_found(five: tuple[Store, Till], request: pytest.FixtureRequest) -> None:
    """SQLite lets bytes stand where a text or a number belongs."""
    store, till = five
    if "sqlite" not in request.node.name:
        return
    for column in ("action", "revision"):
        run(store, f"UPDATE audit SET {column} = x'00ff' WHERE number = 4")  # noqa: S608 - a name of ours
        assert found(till) == (4, ALTERED)

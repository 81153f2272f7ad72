"""Results as JSON Lines, for programs that read as they go: one object a line, each with a `type`.

For each file: `file`, then its `claim`, `assumption`, `conflict`, `implied` and `finding` records,
each with the `path` of the file; last of all, over all files, `summary`. What the records hold is
what `as_json` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sensecheck.model import Results
from sensecheck.report.as_json import (
    SCHEMA_VERSION,
    Record,
    article_record,
    assumption_records,
    claim_records,
    conflict_record,
    dump,
    finding_record,
    implied_records,
    summary_record,
)
from sensecheck.report.findings import in_order


def json_lines(every: Sequence[Results]) -> str:
    """All records of a run; ASCII."""
    records = [record for results in every for record in _file(results)]
    records.append({"type": "summary", "schema_version": SCHEMA_VERSION, **summary_record(every)})
    return "".join(f"{dump(record)}\n" for record in records)


def _file(results: Results) -> Iterator[Record]:
    path = results.document.path
    yield {
        "type": "file",
        "schema_version": SCHEMA_VERSION,
        "path": path,
        "article": article_record(results),
        "not_reconciled": results.not_reconciled,
    }
    groups: dict[str, Iterable[Record]] = {
        "claim": claim_records(results),
        "assumption": assumption_records(results),
        "conflict": map(conflict_record, results.conflicts),
        "implied": implied_records(results),
        "finding": map(finding_record, in_order(results.findings)),
    }
    for name, records in groups.items():
        for record in records:
            yield {"type": name, "path": path, **record}

//! Tables: cells that the reader knows, lines with tabs, and the pipes of Markdown.

use super::runs::Cutter;
use super::{Cell, Row};
use crate::document::{Block, BlockKind, CellPlace, Document};
use crate::text::Span;
use crate::text::scanner::is_blank;

/// Wider tables are none: Word has no more columns, and a line with so many tabs is something else.
const MOST_COLUMNS: usize = 63;

/// Fewer lines with tabs are no table: 单位：某县, a tab, 2024年12月.
const FEWEST_ROWS: usize = 2;

/// So many cells may be missing from the rows of a table. A line of 63 cells among a million of two
/// would make sixty million.
const MOST_HOLES: usize = 100_000;

/// The table that `blocks` begin with, and how many of them it takes.
pub(super) fn read(
    document: &Document,
    blocks: &[Block],
    cutter: &mut Cutter<'_>,
) -> Option<(Vec<Row>, usize)> {
    let first = blocks.first()?;
    match first.kind {
        BlockKind::Cell(place) => Some(read_cells(blocks, place, cutter)),
        BlockKind::Heading(_) => None,
        BlockKind::Paragraph => read_lines(document, blocks, cutter),
    }
}

/// The cells of one table in their rows. A place without a block is an empty cell.
fn read_cells(blocks: &[Block], first: CellPlace, cutter: &mut Cutter<'_>) -> (Vec<Row>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut used = 0;
    for block in blocks {
        let BlockKind::Cell(place) = block.kind else { break };
        if place.table != first.table {
            break;
        }
        while rows.len() <= usize::from(place.row) {
            rows.push(Row::new());
        }
        let column = usize::from(place.column).min(MOST_COLUMNS - 1);
        if let Some(row) = rows.get_mut(usize::from(place.row)) {
            if row.len() <= column {
                row.resize_with(column + 1, Cell::new);
            }
            row[column].push(cutter.runs(block.span, None));
        }
        used += 1;
    }
    (squared(rows), used)
}

/// Lines that are rows: with tabs between the cells, or pipes around them.
fn read_lines(
    document: &Document,
    blocks: &[Block],
    cutter: &mut Cutter<'_>,
) -> Option<(Vec<Row>, usize)> {
    let columns = cells(document, blocks.first()?)?.len();
    let piped = document.text_of(&blocks[0]).trim_start().starts_with('|');
    // Taken one by one: lines of changing length must not be looked at again and again.
    let lines = blocks.iter().map_while(|block| cells(document, block));
    let lines: Vec<Vec<Span>> = lines.take_while(|line| piped || line.len() == columns).collect();
    let same = lines.len();
    if same < FEWEST_ROWS {
        return None;
    }
    let own = lines.iter().filter(|line| !is_ruler(document, line));
    let rows = own.map(|line| line.iter().map(|cell| vec![cutter.runs(*cell, None)]).collect());
    let rows: Vec<Row> = rows.collect();
    Some((squared(rows), same))
}

/// The places of the cells of a line.
fn cells(document: &Document, block: &Block) -> Option<Vec<Span>> {
    let text = document.text_of(block);
    if block.kind != BlockKind::Paragraph || text.contains('\n') {
        return None;
    }
    let line = text.trim();
    let start = text.len() - text.trim_start().len();
    let piped = line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    let (sign, line, start) =
        if piped { ('|', &line[1..line.len() - 1], start + 1) } else { ('\t', line, start) };
    let mut spans = Vec::new();
    let mut at = start;
    for cell in line.split(sign) {
        let from = at + cell.len() - cell.trim_start_matches(is_blank).len();
        let to = (from + cell.trim_matches(is_blank).len()).max(from);
        spans.push(Span::new(from, to).shift(block.span.start));
        at += cell.len() + 1;
    }
    (2..=MOST_COLUMNS).contains(&spans.len()).then_some(spans)
}

/// |---|:--:|: the line under the head of a table in Markdown.
fn is_ruler(document: &Document, cells: &[Span]) -> bool {
    cells.iter().all(|cell| {
        let text = cell.of(&document.text);
        text.contains("--") && text.chars().all(|c| matches!(c, '-' | ':'))
    })
}

/// All rows with as many cells; of a table with more than [`MOST_HOLES`] only the head, without
/// which Markdown shows nothing of a longer row.
fn squared(mut rows: Vec<Row>) -> Vec<Row> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let holes: usize = rows.iter().map(|row| columns - row.len()).sum();
    let filled = if holes > MOST_HOLES { 1 } else { rows.len() };
    for row in rows.iter_mut().take(filled) {
        row.resize_with(columns, Cell::new);
    }
    rows
}

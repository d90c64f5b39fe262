//! From lines to the outline, in one pass.

use super::node::{self, Node};
use super::place::{self, Candidate, Place};
use super::{
    Frame, Genre, Line, LineRole, Numbered, Outline, Section, closing, date, enumerate, genre,
    sign_off, title,
};
use crate::text::Span;

/// Builds the outline of `lines`.
pub(super) fn build(lines: &[Line<'_>]) -> Outline {
    let mut frame = Frame::default();
    let first = title::read(lines, &mut frame);
    let is_appendix = |line: &Line<'_>| matches!(line.facts.role, LineRole::Appendix { .. });
    let main_end = lines[first..].iter().position(is_appendix).map_or(lines.len(), |at| first + at);
    let signed = sign_off::read(&lines[..main_end], first, &mut frame);
    let mut nodes = node::find(lines, first, &(signed..main_end));
    let candidates: Vec<Candidate> = nodes.iter().map(|node| node.candidate(lines)).collect();
    for (node, place) in nodes.iter_mut().zip(place::place_all(&candidates)) {
        node.place = place;
    }
    let of_main_text = nodes.partition_point(|node| node.line < main_end);
    frame.closing = closing::find(lines, &nodes[..of_main_text], signed);
    let sign_off = lines[..main_end].get(signed).map(|line| line.span.start);
    let main_text = MainText {
        nodes: of_main_text,
        end: frame.closing.map(|span| span.start).or(sign_off).unwrap_or(u32::MAX),
    };
    let kept = kept(&nodes);
    let sections = sections(lines, &nodes, &kept, main_text);
    let numbering = numbering(lines, &nodes, &kept);
    let (genre, year) = identify(lines, &frame, &sections);
    Outline { sections, numbering, frame, genre, year }
}

/// The text before the appendices, without closing and sign-off.
#[derive(Clone, Copy)]
struct MainText {
    /// So many nodes lie in it.
    nodes: usize,
    /// It ends at this byte.
    end: u32,
}

/// Which nodes are sections. All of one sequence or none: a list of long paragraphs (the appendix
/// of 内蒙古's report of 2026) is none although one of ten might pass for a heading, and the one
/// long paragraph among headings is one. What has sections under it is one.
fn kept(nodes: &[Node]) -> Vec<bool> {
    let sequences = nodes.iter().map(|node| node.place.sequence as usize + 1).max().unwrap_or(0);
    let mut counts = vec![(0_u32, 0_u32); sequences];
    for node in nodes {
        let (headings, all) = &mut counts[node.place.sequence as usize];
        *headings += u32::from(node.is_heading());
        *all += 1;
    }
    let is_sequence_of_headings = |node: &Node| {
        let (headings, all) = counts[node.place.sequence as usize];
        headings * 3 >= all
    };
    let mut kept: Vec<bool> = nodes.iter().map(is_sequence_of_headings).collect();
    for index in (0..nodes.len()).rev() {
        if let (true, Some(parent)) = (kept[index], nodes[index].place.parent) {
            kept[parent as usize] = true;
        }
    }
    kept
}

/// The sections. Each body ends at the next heading, the last of the main text with that.
fn sections(
    lines: &[Line<'_>],
    nodes: &[Node],
    kept: &[bool],
    main_text: MainText,
) -> Vec<Section> {
    let mut indices: Vec<Option<u32>> = vec![None; nodes.len()];
    let mut sections: Vec<Section> = Vec::new();
    for (i, node) in nodes.iter().enumerate().filter(|&(i, _)| kept[i]) {
        let parent = node.place.parent.and_then(|parent| indices[parent as usize]);
        let depth = parent.map_or(1, |parent| sections[parent as usize].depth + 1);
        indices[i] = Some(sections.len() as u32);
        sections.push(Section { depth, parent, ..node.section(lines) });
    }
    let mut end = lines.last().map_or(0, |line| line.span.end);
    for (i, section) in indices.iter().enumerate().rev() {
        let Some(section) = section.map(|index| &mut sections[index as usize]) else { continue };
        let limit = if i < main_text.nodes { main_text.end } else { u32::MAX };
        section.body.end = end.min(limit).max(section.body.start);
        end = section.heading.start;
    }
    sections
}

/// All markers in their place.
fn numbering(lines: &[Line<'_>], nodes: &[Node], kept: &[bool]) -> Vec<Numbered> {
    let mut section = 0;
    let mut numbering = Vec::with_capacity(nodes.len());
    for (node, &kept) in nodes.iter().zip(kept) {
        if let Some(marker) = node.marker {
            let Place { sequence, depth, defect, .. } = node.place;
            let section = kept.then_some(section);
            numbering.push(Numbered { marker, sequence, depth, section, defect });
        }
        section += u32::from(kept);
    }
    let last_sequence = nodes.iter().map(|node| node.place.sequence).max().unwrap_or(0);
    let begins_section = |line: usize| nodes.binary_search_by_key(&line, |node| node.line).is_ok();
    numbering.extend(enumerate::read(lines, begins_section, last_sequence));
    numbering
}

/// Genre and year: by the title, else by how the report opens.
fn identify(lines: &[Line<'_>], frame: &Frame, sections: &[Section]) -> (Genre, Option<u16>) {
    let text = |span: Option<Span>| {
        let span = span.unwrap_or_default();
        let first = lines.partition_point(|line| line.span.end <= span.start);
        let covered = lines[first..].iter().take(3).filter(|line| span.overlaps(line.span));
        covered.map(|line| line.text).collect::<String>()
    };
    let title = text(frame.title) + &text(frame.subtitle);
    let opening = text(frame.lead);
    let genre = genre::by_title(&title).or_else(|| genre::by_lead(&opening)).unwrap_or_default();
    let headings = || sections.iter().find_map(|section| date::first_year(&section.title));
    let year = date::first_year(&title)
        .or_else(|| date::first_year(&opening))
        .or_else(headings)
        .or_else(|| date::first_year(&text(frame.date)));
    (genre, year)
}

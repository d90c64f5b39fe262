//! Where signature and date stand: GB/T 9704—2012, 7.3.5.2 (不加盖印章的公文).

use super::{Element, Margins, Mark, Paragraph, Role};

/// The signature stands two characters from the right, in hundredths of a character.
const TWO: u32 = 200;

/// Moves signature and date in from the right: the date begins two characters right of where the
/// signature begins, and the longer of the two stands two characters from the margin.
///
/// None is moved so far that it does not fit on a line: behind the joint signature of five offices
/// the date would be left a column of single characters.
pub(super) fn place_sign_off(elements: &mut [Element], margins: Margins) {
    let of = |elements: &[Element], wanted: Role| {
        elements
            .iter()
            .rposition(|element| matches!(element, Element::Paragraph(p) if p.role == wanted))
    };
    let signature = of(elements, Role::Signature);
    let date = of(elements, Role::Date);
    let width = |at: Option<usize>| at.and_then(|at| elements.get(at)).map_or(0, width_of);
    let (org, day) = (width(signature), width(date));
    let (org_right, day_right) = match (signature, date) {
        (Some(_), Some(_)) if day > org => (TWO * 2 + day - org, TWO),
        (Some(_), Some(_)) => (TWO, org - day),
        _ => (TWO, TWO),
    };
    let line = line(margins);
    let org_right = org_right.min(line.saturating_sub(org));
    let day_right = day_right.min(line.saturating_sub(day));
    for (at, right) in [(signature, org_right), (date, day_right)] {
        if let Some(Element::Paragraph(paragraph)) = at.and_then(|at| elements.get_mut(at)) {
            paragraph.right = u16::try_from(right).unwrap_or(0);
        }
    }
}

/// How long a line is, in hundredths of a character: 28 fill the 156 mm of the standard.
fn line(margins: Margins) -> u32 {
    let width = 2100_u32.saturating_sub(u32::from(margins.left) + u32::from(margins.right));
    width * 2800 / 1560
}

/// How wide a paragraph is, in hundredths of a character: letters and digits are half as wide as
/// Han characters.
fn width_of(element: &Element) -> u32 {
    let Element::Paragraph(Paragraph { runs, .. }) = element else { return 0 };
    let shown = runs.iter().filter(|run| run.mark != Some(Mark::Deleted));
    let text = shown.flat_map(|run| run.text.chars());
    text.take(100).map(|c| if c.is_ascii() { 50 } else { 100 }).sum()
}

#[cfg(test)]
mod tests {
    use super::super::Run;
    use super::*;

    #[track_caller]
    fn check(signature: &str, date: &str, expected: [u16; 2]) {
        let paragraph = |role, text: &str| {
            let run = Run { text: text.to_owned(), ..Run::default() };
            Element::Paragraph(Paragraph { role, right: 0, keeps_next: false, runs: vec![run] })
        };
        let mut elements = [paragraph(Role::Signature, signature), paragraph(Role::Date, date)];
        place_sign_off(&mut elements, Margins::default());
        let right = elements.map(|element| match element {
            Element::Paragraph(paragraph) => paragraph.right,
            Element::Table(_) => 0,
        });
        assert_eq!(right, expected);
    }

    #[test]
    fn the_date_begins_two_characters_after_the_signature() {
        check("青禾县人民政府办公室", "2025年1月3日", [200, 400]);
        check("张三", "2025年1月3日", [800, 200]);
        check("青禾县人民政府", "2025年11月30日", [200, 0]);
    }

    #[test]
    fn nothing_is_moved_off_the_line() {
        check(&"青禾县人民政府办公室".repeat(5), "2025年1月3日", [0, 2200]);
        check(&"青".repeat(27), "2025年1月3日", [100, 2100]);
    }
}

//! Files that are no sheets or damaged, and texts that spreadsheets run.

use super::{check_fixture, draft, model, path};
use crate::project::root;
use crate::readers::mutation::{Numbers, damaged};
use hegao::export::sheet::{self, Cell, FilledRow, FilledSheet, FilledValue, SheetError, Table};

#[test]
fn what_is_no_sheet_says_what_it_is() {
    let formats = |name: &str| root().join("tests/fixtures/formats").join(name);
    #[track_caller]
    fn check(bytes: &[u8], expected: SheetError) {
        assert_eq!(sheet::read_filled(bytes), Err(expected));
    }
    let file = |name: &str| std::fs::read(formats(name)).expect("the fixture is readable");
    check(&file("report.docx"), SheetError::NotASheet);
    check(&file("report.doc"), SheetError::NotASheet);
    check(&file("report.odt"), SheetError::OtherFormat);
    check(&file("report.txt"), SheetError::NotOurs);
    check(&file("report.pdf"), SheetError::NotASheet);
    check(b"", SheetError::NotASheet);
    check(b"%TSD-Header-###%\0\0", SheetError::Encrypted);
    check(b"PK\x03\x04", SheetError::Damaged);
    check(&std::fs::read(path("exported-metrics.xlsx")).expect("readable"), SheetError::NotOurs);
    let exported = std::fs::read(path("exported.xlsx")).expect("readable");
    check(&exported[..exported.len() / 2], SheetError::Damaged);
}

/// Text that spreadsheets run, or that XML does not take.
const ATTACKS: [&str; 8] = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "  =1+1", "＝HYPERLINK(\"http://x\")",
    "a\u{0}\u{1}\u{FFFE}<b>&_x0041_\"',", "\t=1",
];

#[test]
fn attacks_come_back_as_text() {
    let text = |text: &str| Cell::text(text);
    let rows: Vec<Vec<Cell>> =
        ATTACKS.iter().map(|attack| vec![Cell::Number("1".to_owned()), text(attack)]).collect();
    let columns = ATTACKS.iter().take(2).map(|attack| ((*attack).to_owned(), 20)).collect();
    let table = Table { name: "=[x]".to_owned(), columns, rows };
    check_fixture("attacks.xlsx", &sheet::write_table_xlsx(&table));
    check_fixture("attacks.csv", sheet::write_table_csv(&table).as_bytes());
    let mut model = model(&draft());
    for (row, attack) in
        model.groups.iter_mut().flat_map(|g| &mut g.rows).zip(ATTACKS.iter().cycle())
    {
        let attack = (*attack).to_owned();
        row.sentence = [attack.clone(), attack.clone(), attack.clone()];
        (row.name, row.section, row.unit) = (attack.clone(), attack.clone(), attack.clone());
        (row.scope, row.note, row.value) = (attack.clone(), attack.clone(), Cell::Text(attack));
    }
    let attacked = ATTACKS.map(str::to_owned);
    model.groups.iter_mut().zip(attacked).for_each(|(group, attack)| group.department = attack);
    ATTACKS[0].clone_into(&mut model.title);
    check_fixture("attacks-sheet.csv", sheet::write_csv(&model).as_bytes());
    model.tab_per_department = true;
    check_fixture("attacks-sheet.xlsx", &sheet::write_xlsx(&model));
    let rows = sheet::read_filled(&sheet::write_xlsx(&model)).expect("it is a sheet").rows;
    let ids = |rows: &[sheet::FilledRow]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&rows), model.rows().map(|(_, row)| row.id.clone()).collect::<Vec<_>>());
    assert!(rows.iter().any(|row| row.name == "a<b>&_x0041_\"',"), "{rows:?}");
}

#[test]
fn a_cell_is_never_longer_than_a_spreadsheet_takes() {
    let mut model = model(&draft());
    // A blank may be a line of underscores; outside the first plane a character is two units.
    let long = "𠮷".repeat(40_000);
    let row = &mut model.groups[0].rows[0];
    (row.name, row.sentence) = (long.clone(), [long.clone(), long.clone(), long]);
    let rows = sheet::read_filled(&sheet::write_xlsx(&model)).expect("it is a sheet").rows;
    let units = |text: &str| text.encode_utf16().count();
    assert!((31_000..=32_767).contains(&units(&rows[0].name)));
    assert!((31_000..=32_767).contains(&units(&rows[0].sentence)));
    assert!(rows[0].name.ends_with("𠮷…"));
}

#[test]
fn damaged_sheets_are_read_or_refused() {
    let names = ["filled.xlsx", "resaved.xlsx", "typed.xlsx", "filled.csv"];
    let files = names.map(|name| std::fs::read(path(name)).expect("the fixture is readable"));
    let seconds = std::env::var("HEGAO_MUTATIONS").ok().and_then(|text| text.parse().ok());
    let limit = std::time::Duration::from_secs(seconds.unwrap_or(2));
    let (begin, mut rounds, mut read) = (std::time::Instant::now(), 0_u64, 0);
    while begin.elapsed() < limit {
        for (name, bytes) in names.iter().zip(&files) {
            let mut numbers =
                Numbers(0x51ED_270B ^ (rounds + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let broken = damaged(bytes, &mut numbers);
            let sound = std::panic::catch_unwind(|| sheet::read_filled(&broken).is_ok());
            read += u64::from(sound.unwrap_or_else(|_| panic!("{name}, round {rounds}")));
        }
        rounds += 1;
    }
    println!("{} damaged sheets, {read} of them read", rounds * 4);
}

#[test]
fn a_place_of_which_ten_thousand_rows_speak_is_read_in_time() {
    let draft = draft();
    let id = model(&draft).rows().next().expect("there are rows").1.id.clone();
    let row = |number: u32| FilledRow {
        id: id.clone(),
        value: FilledValue::Number(format!("{}.50", number / 2)),
        ..FilledRow::default()
    };
    // Comparing each with all before it took minutes.
    let filled = FilledSheet { title: None, rows: (0..60_000).map(row).collect() };
    let preview = sheet::merge(&draft, &[("表.csv".to_owned(), filled)]);
    let candidates = &preview.conflicts[0].candidates;
    assert_eq!(candidates.len(), 30_000);
    assert!(candidates.iter().all(|candidate| candidate.sources.len() == 2));
}

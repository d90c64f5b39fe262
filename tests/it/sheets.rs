//! 核实表: written, filled in by others, read back.
//!
//! `HEGAO_BLESS=1 cargo test --test it sheets` writes `exported*` in `tests/fixtures/sheets/`; `fill.py`
//! there then fills them in as departments do, with openpyxl and `LibreOffice`.

mod columns;
mod hostile;
mod merge;
mod random;
mod rows;

use crate::project::root;
use hegao::analysis::Session;
use hegao::document::{Document, Source};
use hegao::draft::Draft;
use hegao::export::sheet::{self, SheetModel, SheetOptions};
use std::path::PathBuf;
use std::rc::Rc;

fn path(name: &str) -> PathBuf {
    root().join("tests/fixtures/sheets").join(name)
}

fn draft_of(text: &str) -> Draft {
    let document = Document::from_text(Source::default(), text.to_owned());
    Draft::new(Rc::new(Session::new(document)))
}

fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).expect("the fixture is readable")
}

fn draft() -> Draft {
    draft_of(&text("report.txt"))
}

fn model(draft: &Draft) -> SheetModel {
    sheet::sheet_model(draft, &SheetOptions { metrics: true, ..SheetOptions::default() })
}

/// Compares bytes with a fixture, or writes it.
#[track_caller]
fn check_fixture(name: &str, bytes: &[u8]) {
    if std::env::var_os("HEGAO_BLESS").is_some() {
        std::fs::write(path(name), bytes).expect("the fixture is writable");
    }
    let same = std::fs::read(path(name)).is_ok_and(|fixture| fixture == bytes);
    assert!(same, "{name} is written otherwise: see the head of this file");
}

#[test]
fn exports_are_the_same_bytes_each_time() {
    let draft = draft();
    check_fixture("exported.xlsx", &sheet::write_xlsx(&model(&draft)));
    check_fixture("exported.csv", sheet::write_csv(&model(&draft)).as_bytes());
    let tabs = SheetOptions { tab_per_department: true, ..SheetOptions::default() };
    let tabs = sheet::sheet_model(&draft, &tabs);
    check_fixture("exported-tabs.xlsx", &sheet::write_xlsx(&tabs));
    let order: Vec<u32> = (0..draft.session().analysis().metrics.len() as u32).collect();
    let metrics = sheet::metrics_table(&draft, &order);
    check_fixture("exported-metrics.xlsx", &sheet::write_table_xlsx(&metrics));
    let findings = sheet::findings_table(&draft);
    check_fixture("exported-findings.xlsx", &sheet::write_table_xlsx(&findings));
    let other = model(&draft_of(&text("other.txt")));
    check_fixture("exported-other.xlsx", &sheet::write_xlsx(&other));
}

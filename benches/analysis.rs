//! `cargo bench --bench analysis [name]`: each input on its own, with the spread of its times.
//!
//! `cargo xtask bench` prints what is compared: ratios within one run, growth, memory, Chromium.

mod inputs;

use divan::Bencher;
use divan::counter::BytesCount;
use hegao::analysis::{Session, analyze};
use hegao::document::Edit;
use hegao::reader::{self, ReadOptions};
use hegao::text::Span;
use inputs::{Input, PATHOLOGICAL};

fn main() {
    divan::main();
}

/// What divan shows and filters by; the texts themselves are made when their turn comes.
fn names() -> Vec<String> {
    let reports = inputs::reports().into_iter().map(|input| input.name);
    reports.chain(PATHOLOGICAL.iter().map(|pathological| pathological.name.to_owned())).collect()
}

fn input(name: &str) -> Input {
    if let Some(pathological) = PATHOLOGICAL.iter().find(|row| row.name == name) {
        let [_, large] = pathological.pair();
        return large;
    }
    inputs::reports().into_iter().find(|input| input.name == name).expect("a name of `names`")
}

/// The unit of measure: decode each character, take one branch on it.
#[divan::bench(args = names(), sample_size = 1, max_time = 1)]
fn unit(bencher: Bencher<'_, '_>, name: &str) {
    let input = input(name);
    bencher.counter(BytesCount::new(input.size())).bench(|| {
        let numeric = |text: &String| text.chars().filter(|c| c.is_numeric()).count();
        input.files.iter().map(numeric).sum::<usize>()
    });
}

/// From the bytes of a file to everything Hegao says about it.
#[divan::bench(args = names(), sample_size = 1, max_time = 1)]
fn analysis(bencher: Bencher<'_, '_>, name: &str) {
    let input = input(name);
    let of_file = |text: &String| {
        let document = reader::read(text.as_bytes(), &ReadOptions::default());
        document.map(|document| analyze(&document))
    };
    bencher
        .counter(BytesCount::new(input.size()))
        .bench(|| input.files.iter().map(of_file).collect::<Vec<_>>());
}

/// A character is typed into the middle of a megabyte.
#[divan::bench(max_time = 1)]
fn edit(bencher: Bencher<'_, '_>) {
    let text = inputs::report_of(1_000_000);
    let document = reader::read_text(&text, &ReadOptions::default()).expect("it is text");
    let at = document.blocks[document.blocks.len() / 2].span.start;
    let edit = Edit { span: Span { start: at, end: at }, replacement: "3".to_owned() };
    let session = Session::new(document);
    bencher
        .with_inputs(|| session.clone())
        .bench_local_refs(|session| session.edit(std::slice::from_ref(&edit)));
}

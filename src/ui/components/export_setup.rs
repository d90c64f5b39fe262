use super::choice_field::ChoiceField;
use super::export_dialog::{change, check};
use crate::export::layout::{LatinFont, LayoutOptions, Margins, PageNumber};
use crate::ui::copy;
use crate::ui::page::Page;
use crate::ui::state::ExportChoices;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

/// How a new document is set, and whether changes are tracked.
pub(super) fn export_setup(page: &Page) -> Html {
    let choices = &page.state.export;
    let setup = &choices.layout;
    let Margins { top, right, bottom, left } = setup.margins;
    let set: [fn(&mut LayoutOptions, u16); 4] = [
        |setup, tenths| setup.margins.top = tenths,
        |setup, tenths| setup.margins.right = tenths,
        |setup, tenths| setup.margins.bottom = tenths,
        |setup, tenths| setup.margins.left = tenths,
    ];
    let margins = copy::MARGINS.into_iter().zip([top, right, bottom, left]).zip(set);
    let latin = [LatinFont::TimesNewRoman, LatinFont::LikeChinese];
    let numbers = [PageNumber::Outside, PageNumber::Centred];
    let reset = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            change(&page, |choices| choices.layout = LayoutOptions::default());
        })
    };
    html! {
        <>
            <div class="export-options">
                { check(page, copy::TRACKED, choices.tracked, |choices, on| choices.tracked = on) }
                if choices.tracked { { author(page, &choices.author) } }
            </div>
            <details class="export-fold">
                <summary>{ copy::SETUP }</summary>
                <div class="export-grid">
                    { for margins.map(|((name, tenths), set)| tenths_field(page, name, tenths, set)) }
                    { tenths_field(page, copy::LINE_SPACING, setup.line_spacing, |setup, tenths| setup.line_spacing = tenths) }
                    { choice(page, copy::LATIN, &copy::LATIN_FONTS, latin, setup.latin, |choices, font| choices.layout.latin = font) }
                    { choice(page, copy::PAGE_NUMBER, &copy::PAGE_NUMBERS, numbers, setup.page_number, |choices, place| choices.layout.page_number = place) }
                    { check(page, copy::BOLD_THIRD, setup.bold_third_level, |choices, on| choices.layout.bold_third_level = on) }
                </div>
                if let Err(refusal) = setup.check() { <p class="refusal" role="alert">{ refusal.to_string() }</p> }
                <p><button type="button" class="link" onclick={reset} disabled={*setup == LayoutOptions::default()}>{ copy::SETUP_RESET }</button></p>
            </details>
        </>
    }
}

fn author(page: &Page, name: &str) -> Html {
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            if let Some(text) = value(&event) {
                change(&page, |choices| choices.author = text);
            }
        })
    };
    html! {
        <label class="choice"><span class="choice-label">{ copy::AUTHOR }</span>
            <input type="text" class="search" value={name.to_owned()} placeholder={copy::ANONYMOUS} autocomplete="off" spellcheck="false" {onchange} />
        </label>
    }
}

/// A length, which is kept in tenths of its unit.
fn tenths_field(
    page: &Page,
    name: &'static str,
    tenths: u16,
    set: fn(&mut LayoutOptions, u16),
) -> Html {
    let page = page.clone();
    let onchange = Callback::from(move |event: Event| {
        let typed = value(&event).and_then(|text| text.trim().parse::<f64>().ok());
        // What is no number is no length at all, and said to be none.
        #[allow(clippy::cast_sign_loss, reason = "the number is clamped to what the type holds")]
        let tenths = (typed.unwrap_or_default() * 10.0).round().clamp(0.0, 9_999.0) as u16;
        change(&page, |choices| set(&mut choices.layout, tenths));
    });
    let shown = format!("{}.{}", tenths / 10, tenths % 10);
    let shown = shown.strip_suffix(".0").unwrap_or(&shown).to_owned();
    html! {
        <label class="choice"><span class="choice-label">{ name }</span>
            <input type="text" inputmode="decimal" class="search" value={shown} autocomplete="off" {onchange} />
        </label>
    }
}

fn choice<T: Copy + PartialEq + 'static>(
    page: &Page,
    name: &'static str,
    words: &[&'static str; 2],
    all: [T; 2],
    now: T,
    set: fn(&mut ExportChoices, T),
) -> Html {
    let page = page.clone();
    let onchoose = Callback::from(move |at: usize| {
        if let Some(chosen) = all.get(at) {
            change(&page, |choices| set(choices, *chosen));
        }
    });
    let options = words.iter().map(|word| AttrValue::from(*word)).collect::<Vec<_>>();
    let chosen = all.iter().position(|one| *one == now).unwrap_or_default();
    html! { <ChoiceField label={name} {options} {chosen} {onchoose} /> }
}

/// What stands in the field that an event is about.
pub(super) fn value(event: &Event) -> Option<String> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(field.value())
}

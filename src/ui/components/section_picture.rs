use super::metric_table::TableProps;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{SectionBar, section_bars};
use yew::prelude::*;

/// How figures and blanks are spread over the sections, as bars; each leads to its section.
#[component]
pub(super) fn SectionPicture(props: &TableProps) -> Html {
    let page = use_page();
    let picture = use_memo(props.desk.clone(), |desk| section_bars(desk));
    let row = |bar: &SectionBar| {
        let Some(section) = bar.section else {
            return html! { <li><div class="bar">{ inside(bar) }</div></li> };
        };
        let page = page.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| page.dispatch(Action::ShowSection(section)));
        html! { <li><button type="button" class="bar" {onclick}>{ inside(bar) }</button></li> }
    };
    html! {
        <>
            <p class="picture-key" aria-hidden="true"><span class="key-figures">{ copy::HAS_VALUE }</span><span class="key-blanks">{ copy::MASKED }</span></p>
            <ol class="bars">{ for picture.bars.iter().map(row) }</ol>
            if picture.rest > 0 { <p class="picture-rest">{ copy::rest_of_sections(picture.rest, picture.rest_counts) }</p> }
        </>
    }
}

/// Name, bar and numbers of a section. The blanks are hollow: colour alone would not tell them.
fn inside(bar: &SectionBar) -> Html {
    let name = if bar.name.is_empty() { copy::BEFORE_SECTIONS } else { &bar.name };
    html! {
        <>
            <span class="bar-name" title={name.to_owned()}>{ name }</span>
            <svg class="bar-picture" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="bar-figures" x="0" y="0" width={bar.figures_length.to_string()} height="10" />
                <rect class="bar-blanks" x={bar.figures_length.to_string()} y="0" width={bar.blanks_length.to_string()} height="10" />
            </svg>
            <span class="bar-value" aria-hidden="true">{ bar.figures }<span class="bar-open">{ if bar.blanks > 0 { bar.blanks.to_string() } else { String::new() } }</span></span>
            <span class="visually-hidden">{ copy::section_bar(bar) }</span>
        </>
    }
}

use super::choice_field::ChoiceField;
use super::section_picture::SectionPicture;
use super::series_picture::SeriesPicture;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{Picture, TableChange, series};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct PictureProps {
    /// The report.
    pub(super) desk: Shared,
    /// The metrics that are listed.
    pub(super) order: Rc<Vec<u32>>,
}

/// A picture above the table: of the sections, or of the figures of one unit and kind.
#[component]
pub(super) fn MetricPicture(props: &PictureProps) -> Html {
    let page = use_page();
    let deps = (props.desk.clone(), props.order.clone());
    let offered = use_memo(deps, |(desk, order)| series(desk, order));
    let chosen = match &page.state.table.picture {
        Picture::Sections => None,
        // A series that the filter has taken away gives way to the sections.
        Picture::Series(key) => offered.iter().position(|(known, _)| known == key),
    };
    let words = offered.iter().map(|(key, figures)| copy::series(key, *figures));
    let options = std::iter::once(copy::PICTURE_OF_SECTIONS.to_owned()).chain(words);
    let options: Vec<AttrValue> = options.map(AttrValue::from).collect();
    let onchoose = {
        let offered = offered.clone();
        Callback::from(move |at: usize| {
            let key = at.checked_sub(1).and_then(|at| offered.get(at)).map(|(key, _)| key.clone());
            let picture = key.map_or(Picture::Sections, Picture::Series);
            page.dispatch(Action::Table(TableChange::Picture(picture)));
        })
    };
    html! {
        <section id="metric-picture" class="picture" aria-label={copy::PICTURE}>
            <ChoiceField label={copy::PICTURED} {options} chosen={chosen.map_or(0, |at| at + 1)} {onchoose} bare=true />
            if let Some((key, _)) = chosen.and_then(|at| offered.get(at)) {
                <SeriesPicture desk={props.desk.clone()} order={props.order.clone()} series={key.clone()} />
            } else {
                <SectionPicture desk={props.desk.clone()} />
            }
        </section>
    }
}

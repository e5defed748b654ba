/*
 * panels.c - small multiples: a plot of another kind for each group, sex, body, indicator or period.
 *
 * Every panel is made by the maker of the kind that is repeated, for a view of its own; all take part in what
 * the notes of the figure say.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/panels.h"

const struct chart_kind *panels_kind(const struct chart *chart)
{
	const char *name = chart->block->of_kind.text;

	return chart_kind_find(name == NULL ? "trend" : name);
}

static const char *by_what(const struct chart *chart)
{
	return chart->block->panels.text == NULL ? "group" : chart->block->panels.text;
}

/* -- one panel -------------------------------------------------------------------------------- */

struct chart panels_part(const struct chart *chart, const struct scope *scope, struct view view)
{
	struct chart part = *chart;

	part.kind = panels_kind(chart);
	part.scope = scope;
	part.view = view;
	part.plot = arena_alloc(chart->resolver->arena, sizeof(*part.plot));
	part.plot->kind = part.kind->name;
	part.plot->note_heading = "";
	return part;
}

void panels_take_words(struct chart *chart, const struct chart *part)
{
	chart->states = part->states;
	memcpy(chart->sources, part->sources, sizeof(chart->sources));
	chart->source_count = part->source_count;
	chart->has_intervals = part->has_intervals;
	chart->has_comparisons = part->has_comparisons;
	chart->kind_notes = part->kind_notes;
	chart->told_editions = part->told_editions;
	chart->left_out = part->left_out;
	chart->period = part->period;
}

/* Cells are narrow: short names, and no words that the figure says once. */
static void make_compact(struct plot *plot)
{
	for (size_t i = 0; i < plot->category_count; i++) {
		plot->categories[i].label = plot->categories[i].short_label;
		plot->categories[i].end_label = "";
		plot->categories[i].share_text = "";
	}
	plot->axis_title = "";
	plot->value_heading = "";
	plot->reference_label = "";
	plot->share_label = "";
	plot->fitted_label = "";
}

void panels_add(struct chart *chart, struct plot *plot, const char *title)
{
	struct plot *whole = chart->plot;

	if (whole->panel_count == PANELS_MOST)
		return;
	if (panel_is_high(plot))
		plot->axis_title = "";
	else
		make_compact(plot);
	plot->panel_title = title;
	whole->panels[whole->panel_count++] = plot;
}

struct plot *panels_make_part(struct chart *chart, const struct scope *scope, struct view view)
{
	struct chart part = panels_part(chart, scope, view);

	if (!plot_maker_find(part.kind->shape)->make(&part))
		return NULL;
	set_axis(&part);
	panels_take_words(chart, &part);
	return part.plot;
}

/* -- the whole, in grey ----------------------------------------------------------------------- */

void panels_repeat_whole(struct chart *chart, struct plot *plot, const struct plot *whole)
{
	struct plot_overlay *overlay = arena_alloc(chart->resolver->arena, sizeof(*overlay));

	if (whole->category_count != plot->category_count || whole->series_count != 1 ||
	    plot->series_count != 1)
		return;
	overlay->layers = arena_alloc(chart->resolver->arena, sizeof(*overlay->layers));
	overlay->layer_count = 1;
	overlay->layers[0] = (struct plot_layer){
		.mark = panels_kind(chart)->shape == SHAPE_GROUPS_OVER_TIME ? LAYER_LINE
									    : LAYER_RULE,
		.label = "",
		.values = whole->values,
		.context = true,
	};
	plot->overlay = overlay;
}

const char *panels_name_of_all(const struct chart *chart)
{
	return words_fill(
		chart->words, STRING_ALL_OF,
		(struct placeholder[]){ { "m", words_whole(chart->words, chart->view.indicator) },
					{ 0 } });
}

void panels_tell_whole(struct chart *chart, const char *name)
{
	tell_overlay(chart, words_fill(chart->words, STRING_NOTE_PANELS_WHOLE,
				       (struct placeholder[]){ { "name", name }, { 0 } }));
}

/* -- the figure ------------------------------------------------------------------------------- */

static const char *kinds_that_repeat(const struct chart *chart)
{
	const struct chart_kind_entry *entries = chart_kinds();
	const char *list = "use one of: ", *glue = "";

	for (size_t i = 0; entries[i].kind != NULL; i++)
		if (entries[i].kind->repeats) {
			list = arena_printf(chart->resolver->arena, "%s%s%s", list, glue,
					    entries[i].name);
			glue = ", ";
		}
	return list;
}

static bool may_repeat(const struct chart *chart)
{
	if (!panels_kind(chart)->repeats) {
		diag_add(chart->resolver->diags, DIAG_PANELS_UNFIT, chart->block->of_kind.at,
			 arena_printf(chart->resolver->arena, "of-kind=\"%s\"",
				      panels_kind(chart)->name),
			 kinds_that_repeat(chart));
		return false;
	}
	if (panels_kind(chart)->needs_order && view_most(&chart->view) == NULL) {
		diag_addf(chart->resolver->diags, DIAG_NOT_ORDERED, chart->block->at,
			  "of-kind=\"%s\" by %s", panels_kind(chart)->name,
			  chart->view.classification == NULL ? "all"
							     : chart->view.classification->id);
		return false;
	}
	return true;
}

static void share_scale(struct plot *plot)
{
	double low, high;

	if (plot->own_scale || !plot_extent(plot, &low, &high))
		return;
	for (size_t i = 0; i < plot->panel_count; i++) {
		plot->panels[i]->has_range = true;
		plot->panels[i]->range_low = low;
		plot->panels[i]->range_high = high;
	}
}

static bool has_average(const struct plot *plot)
{
	double low, high;

	if (!plot_extent(plot, &low, &high))
		return false;
	for (size_t i = 0; i < plot->panel_count; i++)
		if (plot->panels[i]->has_reference)
			return true;
	return false;
}

/* Panels name the groups of an order by their short names, which need not say which end is which. */
static void tell_ends(struct chart *chart)
{
	const struct view_group *most = view_most(&chart->view), *least = view_least(&chart->view);
	const struct classification *classification = chart->view.classification;
	const struct plot *panel = chart->plot->panel_count > 0 ? chart->plot->panels[0] : NULL;
	const char *first, *last;
	bool named = false;

	if (most == NULL || least == NULL || panel == NULL)
		return;
	first = words_group_short(chart->words, classification, most->group);
	last = words_group_short(chart->words, classification, least->group);
	for (size_t i = 0; i < panel->category_count; i++)
		named = named || strcmp(panel->categories[i].label, first) == 0;
	for (size_t s = 0; s < panel->series_count; s++)
		named = named || (panel->series_short != NULL && panel->series_count > 1 &&
				  strcmp(panel->series_short[s], first) == 0);
	if (!named || strcmp(first, words_group(chart->words, classification, most->group)) == 0)
		return;
	tell_overlay(chart, words_fill(chart->words, STRING_NOTE_PANELS_ENDS,
				       (struct placeholder[]){ { "first", first },
							       { "most", classification->most },
							       { "last", last },
							       { "least", classification->least },
							       { 0 } }));
}

static bool plot_panels(struct chart *chart)
{
	struct plot *plot = chart->plot;

	if (!may_repeat(chart))
		return false;
	plot->panels = arena_array(chart->resolver->arena, PANELS_MOST, sizeof(struct plot *));
	chart->title = title_neutral(chart->words, &chart->view, chart->measure);
	if (!panels_find(chart, by_what(chart)))
		return false;
	share_scale(plot);
	tell_ends(chart);
	if (plot->own_scale)
		tell_overlay(chart, word_of(chart->resolver, STRING_NOTE_PANELS_SCALES));
	if (has_average(plot))
		tell_overlay(chart, word_of(chart->resolver, STRING_NOTE_PANELS_AVERAGE));
	if (plot->panel_count < 2)
		diag_addf(chart->resolver->diags, DIAG_PANELS_FEW, chart->block->at,
			  "panels=\"%s\"", by_what(chart));
	return plot->panel_count > 0;
}

/* Panels of periods are made for each of them. A kind that cannot be repeated, such as this one, is not asked. */
static bool parts_show_periods(const struct chart *chart)
{
	const struct plot_maker *maker = plot_maker_find(panels_kind(chart)->shape);

	return strcmp(by_what(chart), "period") == 0 ||
	       (panels_kind(chart)->repeats && maker->shows_periods != NULL &&
		maker->shows_periods(chart));
}

const struct plot_maker plot_maker_panels = {
	.shape = SHAPE_PANELS,
	.without_breakdown = true,
	.shows_periods = parts_show_periods,
	.make = plot_panels,
};

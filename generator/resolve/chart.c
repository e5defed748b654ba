#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "resolve/plots/maker.h"
#include "resolve/series.h"

enum { MANY_GROUPS = 10 };

/* What of its figures a plot draws otherwise than the rest. */
struct hollow {
	bool unreliable, rounded, intervals;
};

static void find_hollow(const struct plot *plot, struct hollow *hollow)
{
	for (size_t i = 0; i < plot->panel_count; i++)
		find_hollow(plot->panels[i], hollow);
	for (size_t i = 0; plot->panel_count == 0 && i < plot->series_count * plot->category_count;
	     i++) {
		const struct plot_value *value = &plot->values[i];
		bool unreliable = value->state == VALUE_UNRELIABLE;

		hollow->unreliable = hollow->unreliable || unreliable;
		hollow->intervals = hollow->intervals || (unreliable && value->has_interval);
		hollow->rounded = hollow->rounded || value->rounded != NULL;
	}
}

/* A ring or an outline is explained by what it looks like, not by a letter alone. */
static void explain_hollow(const struct chart *chart, struct text *notes)
{
	const struct plot *plot = chart->plot;
	const struct chart_kind *kind =
		plot->panel_count > 0 ? chart_kind_find(plot->panels[0]->kind) : chart->kind;
	struct hollow hollow = { 0 };
	enum string_id note = kind->hollow;

	find_hollow(plot, &hollow);
	if (note == 0 && kind->has_points && hollow.rounded && !kind->fills_rounded)
		note = hollow.unreliable ? STRING_NOTE_HOLLOW_BOTH : STRING_NOTE_HOLLOW_ROUNDED;
	else if (note == 0 && kind->has_points && hollow.unreliable)
		note = STRING_NOTE_HOLLOW_POINTS;
	else if (note == STRING_NOTE_DASHED_INTERVALS ? !hollow.intervals : !hollow.unreliable)
		note = 0;
	if (note != 0)
		append_sentence(chart->resolver, notes, word_of(chart->resolver, note));
}

static void add_notes(struct chart *chart, struct text *notes)
{
	struct resolver *resolver = chart->resolver;
	const struct method *method = method_find(chart->view.indicator->method);
	struct placeholder parts[] = {
		{ "confidence", words_confidence(&resolver->words, 0) },
		{ 0 },
	};

	if (chart->has_intervals)
		append_sentence(resolver, notes,
				words_fill(&resolver->words,
					   !chart->kind->has_points ? STRING_NOTE_INTERVALS
					   : chart_leaves_out_intervals(chart->plot)
						   ? STRING_NOTE_INTERVALS_HIDDEN
					   : chart_hides_interval(chart->plot)
						   ? STRING_NOTE_INTERVALS_POINTS
						   : STRING_NOTE_INTERVALS,
					   parts));
	add_axis_note(resolver, chart->plot, notes);
	if (chart_cuts_interval(chart->plot))
		append_sentence(resolver, notes, word_of(resolver, STRING_NOTE_CUT));
	if (chart->left_out[0] != '\0')
		append_sentence(
			resolver, notes,
			words_fill(&resolver->words, STRING_NOTE_LEFT_OUT,
				   (struct placeholder[]){ { "groups", chart->left_out }, { 0 } }));
	if (chart->has_comparisons && phrase_count_groups(&chart->view).compared > MANY_GROUPS)
		append_sentence(resolver, notes, chance_note(&resolver->words));
	if (chart->has_comparisons)
		append_sentence(resolver, notes, phrase_outside(&resolver->words, &chart->view));
	tell_slope(chart, notes);
	if (chart->kind_notes.count > 0 && notes->count > 0)
		append_words(resolver, notes, " ");
	append_text(resolver, notes, &chart->kind_notes);
	if (chart->measure == MEASURE_VALUE)
		explain_adjustment(resolver, method, notes);
	explain_hollow(chart, notes);
	explain_states(resolver, &chart->states, notes);
	for (size_t i = 0; i < chart->overlay_count; i++)
		append_sentence(resolver, notes, chart->overlay[i]);
	if (chart->kind->needs_order && chart->plot->share_label[0] != '\0')
		append_sentence(
			resolver, notes,
			words_fill(
				&resolver->words, STRING_NOTE_BOXES,
				(struct placeholder[]){
					{ "noun", chart->view.classification->group_noun },
					{ "population",
					  words_population(chart->words, chart->view.indicator) },
					{ 0 } }));
	if (chart->view.classification != NULL && !chart->told_editions)
		append_sentence(resolver, notes, chart->view.classification->note);
}

/* Nothing is named that is not drawn. */
static enum string_id alt_kind(const struct chart *chart)
{
	return chart->detailed && chart->kind->alt_detailed != 0 ? chart->kind->alt_detailed
								 : chart->kind->alt;
}

/* The title; where it only names what is shown, the range of the figures says more. */
static const char *message_of(const struct chart *chart, const char *title)
{
	if (chart->block->parts.has_title ||
	    strcmp(title, title_neutral(chart->words, &chart->view, chart->measure)) != 0)
		return title;
	return chart->message;
}

/* What a picture of many numbers is told by in their place; where there is no room for that, its message. */
static const char *alternative_of(struct chart *chart, const struct node *node)
{
	struct arena *arena = chart->resolver->arena;
	const char *message = message_of(chart, text_plain(arena, &node->title));
	bool spoken = chart->spoken != NULL && !chart->block->parts.has_title;

	return figure_alternative(chart->words, alt_kind(chart), text_plain(arena, &node->subtitle),
				  spoken ? chart->spoken : message, message);
}

/*
 * The same below the title and subtitle, which it then need not repeat: what the picture shows, in one breath.
 */
static const char *beside_of(const struct chart *chart, const char *brief)
{
	const char *kind = word_of(chart->resolver, alt_kind(chart));
	const char *told = chart->spoken != NULL ? chart->spoken : chart->message;

	if (chart->spoken == NULL && brief[0] != '\0')
		return brief;
	return words_fill(chart->words,
			  told[0] == '\0' ? STRING_ALT_BESIDE_SHORT : STRING_ALT_BESIDE,
			  (struct placeholder[]){ { "kind", kind }, { "message", told }, { 0 } });
}

static bool nothing_applies(const struct chart *chart)
{
	for (size_t i = 0; i < chart->view.ordinary; i++)
		if (chart->view.groups[i].value.state != VALUE_NOT_APPLICABLE)
			return false;
	return chart->view.ordinary > 0 && chart->measure == MEASURE_VALUE;
}

static bool has_no_rows(const struct resolver *resolver, const struct view *view)
{
	return period_latest(resolver->results, view->key.indicator, view->key.organisation,
			     view->key.classification) < 0;
}

static void add_warning(const struct chart *chart)
{
	const struct classification *classification = chart->view.classification;

	diag_addf(chart->resolver->diags, DIAG_CHART_WITHOUT_FIGURES, chart->block->at,
		  "%s%s%s, %s", chart->view.indicator->id, classification == NULL ? "" : " by ",
		  classification == NULL ? "" : classification->id,
		  chart->resolver->dataset->periods[chart->view.key.period].code);
}

/* An indicator without any row is said once, when the data are read. */
static bool has_data(const struct chart *chart)
{
	const struct results *results = chart->resolver->results;

	for (size_t i = 0; i < results->count; i++)
		if (results->items[i].key.indicator == chart->view.key.indicator)
			return true;
	return false;
}

static void warn_without_figures(const struct chart *chart)
{
	double low, high;

	if (!plot_extent(chart->plot, &low, &high))
		add_warning(chart);
}

/* Title and text alternative speak of the last period that is shown. */
static int last_period(const struct chart *chart, const struct cell_key *key)
{
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(chart->resolver, chart->scope, key, listed);

	return count > 0 ? listed[count - 1] : key->period;
}

static bool prepare(struct chart *chart, const struct plot_maker *maker, struct node *parent)
{
	struct resolver *resolver = chart->resolver;
	const struct block *block = chart->block;
	struct cell_key key;

	if (measure_kind(chart->measure)->scope != MEASURE_SCOPE_GROUP &&
	    !(maker->of_pairs && measure_kind(chart->measure)->scope == MEASURE_SCOPE_PAIR)) {
		diag_add(resolver->diags, DIAG_MEASURE_FOR_GROUPS, block->reference.of.at,
			 block->reference.of.text,
			 "draw value, count, denominator or share; one figure for all groups has "
			 "its place in a tile or in <value>");
		return false;
	}
	if (!scope_key(resolver, chart->scope, block->at, &key))
		return false;
	if (maker->shows_periods != NULL && maker->shows_periods(chart))
		key = series_key(resolver, chart->scope, &key, last_period(chart, &key));
	if (key.classification == CLASSIFICATION_ALL && !maker->without_breakdown) {
		breakdown_needed(resolver, key.indicator, block->at, chart->kind->name);
		return false;
	}
	chart->view = view_of(resolver->arena, resolver->results, &key);
	if (chart->kind->needs_order && view_most(&chart->view) == NULL) {
		diag_addf(resolver->diags, DIAG_NOT_ORDERED, block->at, "chart kind=\"%s\" by %s",
			  chart->kind->name, chart->view.classification->id);
		return false;
	}
	if (has_no_rows(resolver, &chart->view) || nothing_applies(chart)) {
		const struct placeholder parts[] = {
			{ "name", chart->view.indicator->short_name },
			{ "phrase", chart->view.classification == NULL
					    ? ""
					    : chart->view.classification->phrase },
			{ "reason",
			  nothing_applies(chart)
				  ? word_of(resolver,
					    string_of_reason(chart->view.groups[0].value.reason))
				  : "" },
			{ 0 },
		};

		if (!nothing_applies(chart) && has_data(chart))
			add_warning(chart);
		say_instead(resolver, parent, block->at,
			    nothing_applies(chart)
				    ? words_fill(&resolver->words, STRING_NO_CHART_REASON, parts)
				    : no_data_sentence(&resolver->words, &chart->view));
		return false;
	}
	return true;
}

/* A title that says more than what is shown rests on a comparison. */
static void note_comparison(const struct chart *chart)
{
	if (!chart->block->parts.has_title &&
	    strcmp(chart->title, title_neutral(chart->words, &chart->view, chart->measure)) != 0)
		chart->resolver->compared |= chart->title_rests_on;
}

/*
 * A chart that lists its indicators speaks of the first, and of its latest period: not of the one of the
 * section around it, which may be none of them. "all" is of the section.
 */
static bool name_first_indicator(struct resolver *resolver, const struct block *block,
				 struct scope *scope)
{
	int first;

	if (block->indicators.text == NULL || block->reference.indicator.text != NULL ||
	    (scope->reference.indicator.text != NULL && strcmp(block->indicators.text, "all") == 0))
		return true;
	if (scope_indicators(resolver, scope, block, &first, 1) == 0)
		return false;
	scope->reference.indicator.text = resolver->dataset->indicators->items[first].id;
	scope->reference.indicator.at = block->indicators.at;
	return true;
}

void resolve_chart(struct resolver *resolver, const struct scope *around, const struct block *block,
		   struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct chart chart = {
		.resolver = resolver,
		.words = &resolver->words,
		.scope = &scope,
		.block = block,
		.kind = chart_kind_find(block->style.text),
		.parent = parent,
		.measure = block->reference.of.text == NULL
				   ? MEASURE_VALUE
				   : measure_find(block->reference.of.text),
	};
	const struct plot_maker *maker = plot_maker_find(chart.kind->shape);
	struct chart_description description;
	struct figure_words words;
	struct node *node;

	chart.left_out = chart.message = "";
	check_chart_attributes(&chart);
	if (!name_first_indicator(resolver, block, &scope))
		return;
	if (!prepare(&chart, maker, parent))
		return;
	check_order(resolver, block, &chart.view, chart.kind->needs_order);
	if (chart.view.classification != NULL)
		check_emphasis(&chart);
	chart.plot = arena_alloc(resolver->arena, sizeof(*chart.plot));
	chart.plot->kind = chart.kind->name;
	chart.plot->note_heading = "";
	chart.plot->height_pt = block->height_pt;
	chart.plot->own_scale = !block->share_axis;
	chart.title = title_of_view(chart.words, &chart.view, NULL);
	chart.period =
		words_period(chart.words, &resolver->dataset->periods[chart.view.key.period]);
	chart.by = chart.view.classification == NULL ? "" : chart.view.classification->phrase;
	chart.place = resolver->dataset->organisations[chart.view.key.organisation].short_name;
	if (!maker->make(&chart))
		return;
	chart.detailed = chart.detailed ||
			 (chart.kind->needs_order ? chart.plot->has_fitted : chart.has_intervals);
	if (!chart.own_title &&
	    measure_in_words(chart.words, chart.view.indicator, chart.measure)[0] != '\0')
		chart.title = title_neutral(chart.words, &chart.view, chart.measure);
	note_comparison(&chart);
	set_axis(&chart);
	add_overlay(&chart);
	warn_without_figures(&chart);
	node = node_new(resolver->arena, NODE_FIGURE, block->at);
	words = (struct figure_words){
		.title = chart.title,
		.subtitle = chart.subtitle != NULL
				    ? chart.subtitle
				    : figure_subtitle(chart.words, &chart.view, chart.by,
						      chart.measure, chart.place, chart.period),
		.sources = chart.sources,
		.source_count = chart.source_count,
	};
	add_notes(&chart, &words.notes);
	node->plot = chart.plot;
	set_figure_words(resolver, &scope, block, node, words);
	description = chart_described(&chart, word_of(resolver, alt_kind(&chart)));
	node->described = description.whole;
	if (node->alternative[0] == '\0') {
		node->alternative = overlay_alternative(&chart, alternative_of(&chart, node));
		node->beside = overlay_alternative(&chart, beside_of(&chart, description.brief));
	}
	if (block->describe && node->long_description.count == 0)
		append_words(resolver, &node->long_description, node->described);
	number_figure(&chart, node, block->id);
	node_append(parent, node);
	continue_panels(&chart, node);
}

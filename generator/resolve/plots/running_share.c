/*
 * running_share.c - which groups or indicators make up a total or an excess: from the largest on, with their
 * shares added up.
 *
 * Shares are of what is shown: those of a total with a hidden part would give that part away.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/figure.h"
#include "resolve/plots/maker.h"

enum { PARTS_MOST = 200 };

/* "Most of it", in the title. */
static const double most_share = 80;

struct part {
	const char *label;
	bool unknown;
	struct view view;
	const struct view_group *group; /* NULL: the total of the view */
	struct value value;
};

/* Events unless the author says what; of a count, its value is the number of events. Always false: after a message. */
static bool complain(const struct chart *chart)
{
	const struct word *of = &chart->block->reference.of;

	diag_add(chart->resolver->diags, DIAG_CHART_COUNTS,
		 of->text == NULL ? chart->block->at : of->at, measure_kind(chart->measure)->name,
		 NULL);
	return false;
}

static bool settle_measure(struct chart *chart)
{
	bool is_count = method_find(chart->view.indicator->method)->is_count;

	if (chart->block->reference.of.text == NULL && !is_count)
		chart->measure = MEASURE_COUNT;
	if (chart->measure == MEASURE_EXCESS &&
	    (chart->view.classification == NULL || view_most(&chart->view) == NULL)) {
		diag_add(chart->resolver->diags, DIAG_NOT_ORDERED, chart->block->at,
			 "of=\"excess\" in a chart", NULL);
		return false;
	}
	if (chart->measure == MEASURE_VALUE && !is_count)
		return complain(chart);
	return chart->measure == MEASURE_VALUE || chart->measure == MEASURE_COUNT ||
	       chart->measure == MEASURE_DENOMINATOR || chart->measure == MEASURE_EXCESS ||
	       complain(chart);
}

static size_t find_groups(const struct chart *chart, struct part *parts)
{
	const struct classification *classification = chart->view.classification;
	size_t count = 0;

	for (size_t i = 0; i < chart->view.count && count < PARTS_MOST; i++) {
		const struct view_group *group = &chart->view.groups[i];
		struct part part = {
			.label = words_group(chart->words, classification, group->group),
			.unknown = classification->groups[group->group].kind == GROUP_UNKNOWN,
			.view = chart->view,
			.group = group,
			.value = view_group_measure(&chart->view, group, chart->measure),
		};

		if (part.value.state != VALUE_NOT_APPLICABLE)
			parts[count++] = part;
	}
	return count;
}

static size_t find_indicators(struct chart *chart, struct part *parts)
{
	struct resolver *resolver = chart->resolver;
	int indicators[PARTS_MOST];
	size_t count =
		scope_indicators(resolver, chart->scope, chart->block, indicators, PARTS_MOST);

	for (size_t i = 0; i < count; i++) {
		const struct indicator *facts =
			&resolver->dataset->indicators->items[indicators[i]];
		struct scope scope = *chart->scope;
		struct cell_key key;

		scope.reference.indicator.text = facts->id;
		scope.reference.by.text = "all";
		if (!scope_key(resolver, &scope, chart->block->at, &key))
			return 0;
		parts[i] = (struct part){
			.label = words_capital(chart->words, facts->short_name),
			.view = view_of(resolver->arena, resolver->results, &key),
		};
		parts[i].value = view_group_measure(&parts[i].view, NULL, chart->measure);
	}
	return count;
}

static bool stands_before(const struct part *a, const struct part *b)
{
	if (a->unknown != b->unknown)
		return b->unknown;
	if (value_is_shown(&a->value) != value_is_shown(&b->value))
		return value_is_shown(&a->value);
	return value_is_shown(&a->value) && a->value.estimate > b->value.estimate;
}

static void sort_parts(struct part *parts, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct part moved = parts[i];
		size_t at = i;

		for (; at > 0 && stands_before(&moved, &parts[at - 1]); at--)
			parts[at] = parts[at - 1];
		parts[at] = moved;
	}
}

/* What lies below zero takes nothing away from what the others make up. */
static bool counts(const struct part *part)
{
	return value_is_shown(&part->value) && part->value.estimate > 0;
}

/*
 * How few of the parts make up most of it, and their share; 0 when all are needed, and when nobody can tell, since
 * one that is not shown may be the largest. all_shown: nobody has to wonder.
 */
struct few {
	size_t count;
	double share, whole;
	bool all_shown;
};

static struct few add_up(struct chart *chart, const struct part *parts, size_t count)
{
	struct few few = { 0 };
	double whole = 0, running = 0;
	size_t counted = 0;
	bool all_shown = true;

	for (size_t i = 0; i < count; i++) {
		whole += counts(&parts[i]) ? parts[i].value.estimate : 0;
		all_shown = all_shown && value_is_shown(&parts[i].value);
	}
	for (size_t i = 0; i < count; i++) {
		double share;

		if (!counts(&parts[i]))
			continue;
		running += parts[i].value.estimate;
		counted++;
		share = 100 * running / whole;
		chart->plot->categories[i].note =
			words_figure(chart->words, chart->view.key.indicator, MEASURE_SHARE, share,
				     DECIMALS_BY_RULE);
		if (few.count == 0 && share >= most_share && !parts[i].unknown)
			few = (struct few){ .count = counted, .share = share };
	}
	if (few.count == counted || !all_shown)
		few.count = 0;
	few.whole = whole;
	few.all_shown = all_shown;
	return few;
}

static const char *events_of(const struct chart *chart)
{
	const struct indicator *indicator = chart->view.indicator;

	if (method_find(indicator->method)->is_count)
		return words_whole(chart->words, indicator);
	return indicator->events[0] != '\0' ? indicator->events
					    : word_of(chart->resolver, STRING_EVENTS);
}

/* What the shares are of. A share of the people that were seen is none of the people. */
static const char *what_is_shared(const struct chart *chart)
{
	const struct indicator *indicator = chart->view.indicator;

	if (chart->measure == MEASURE_DENOMINATOR)
		return words_population(chart->words, indicator);
	if (chart->measure == MEASURE_EXCESS)
		return measure_in_words(chart->words, indicator, MEASURE_EXCESS);
	return events_of(chart);
}

static const char *share_text(const struct chart *chart, const struct part *part, double whole)
{
	return words_figure(chart->words, chart->view.key.indicator, MEASURE_SHARE,
			    100 * part->value.estimate / whole, DECIMALS_BY_RULE);
}

/*
 * The share of the largest part, as printed; NULL where nobody can tell which that is: one is not shown, figures are of low
 * reliability, several look the same in print, or the group that is not known may hold it.
 */
static const char *largest_share(const struct chart *chart, const struct part *parts, size_t count,
				 const struct few *few)
{
	const char *largest;

	if (count < 2 || !few->all_shown || !counts(&parts[0]) || parts[0].unknown)
		return NULL;
	largest = share_text(chart, &parts[0], few->whole);
	for (size_t i = 0; i < count; i++)
		if (parts[i].value.state != VALUE_SHOWN ||
		    (i > 0 && (parts[i].value.estimate >= parts[0].value.estimate ||
			       strcmp(share_text(chart, &parts[i], few->whole), largest) == 0)))
			return NULL;
	return largest;
}

static void set_title(struct chart *chart, struct few few, const struct part *items, size_t count)
{
	bool groups = chart->block->indicators.text == NULL;
	struct placeholder parts[] = {
		{ "m", words_number(chart->words, (double)count, 0) },
		{ "nouns", groups ? chart->view.classification->group_nouns
				  : word_of(chart->resolver, STRING_NOUN_INDICATORS) },
		{ "p", words_figure(chart->words, chart->view.key.indicator, MEASURE_SHARE,
				    few.share, 0) },
		{ "events", what_is_shared(chart) },
		{ "group", items[0].label },
		{ 0 },
	};
	const char *largest;

	chart->title = title_neutral(chart->words, &chart->view, chart->measure);
	/* That most of the parts make up most of the whole says nothing. */
	if (few.count > 0 && 2 * few.count <= count) {
		chart->title =
			words_counted(chart->words, STRING_TITLE_MAKE_UP_OTHER, few.count, parts);
		chart->own_title = true;
		return;
	}
	largest = largest_share(chart, items, count, &few);
	if (largest == NULL)
		return;
	parts[2].text = largest;
	chart->title = words_fill(chart->words, STRING_TITLE_LARGEST_SHARE, parts);
	chart->own_title = true;
}

static void add_share_notes(struct chart *chart, const struct part *parts, size_t count)
{
	struct resolver *resolver = chart->resolver;
	bool some = false;

	for (size_t i = 0; i < count; i++)
		some = some || !value_is_shown(&parts[i].value);
	if (some)
		append_sentence(resolver, &chart->kind_notes,
				word_of(resolver, STRING_NOTE_RUNNING_SHOWN));
	if (chart->measure == MEASURE_EXCESS)
		append_sentence(resolver, &chart->kind_notes,
				words_fill(chart->words, STRING_NOTE_EXCESS,
					   (struct placeholder[]){
						   { "events", events_of(chart) },
						   { "least", chart->view.classification->least },
						   { 0 } }));
}

static void fill(struct chart *chart, const struct part *parts, size_t count)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;

	plot_set_categories(resolver->arena, plot, count);
	plot_set_series(resolver->arena, plot, 1);
	for (size_t i = 0; i < count; i++) {
		plot->categories[i].label = plot->categories[i].short_label = parts[i].label;
		plot->categories[i].unknown = parts[i].unknown;
		plot->values[i] = plot_value_of(chart, &parts[i].view, parts[i].group);
		if (parts[i].group == NULL && parts[i].view.total != NULL)
			chart->source_count = add_source(resolver, parts[i].view.total,
							 chart->sources, chart->source_count);
	}
	plot->note_heading = word_of(resolver, STRING_RUNNING_SHARE);
}

static bool plot_running_share(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	bool groups = chart->block->indicators.text == NULL;
	struct part *parts = arena_array(resolver->arena, PARTS_MOST, sizeof(*parts));
	size_t count;

	if (groups && chart->view.classification == NULL) {
		breakdown_needed(resolver, chart->view.key.indicator, chart->block->at,
				 chart->kind->name);
		return false;
	}
	if (!settle_measure(chart))
		return false;
	count = groups ? find_groups(chart, parts) : find_indicators(chart, parts);
	if (count == 0)
		return false;
	sort_parts(parts, count);
	fill(chart, parts, count);
	set_title(chart, add_up(chart, parts, count), parts, count);
	add_share_notes(chart, parts, count);
	if (!groups)
		chart->subtitle = words_counted(
			chart->words, STRING_SUBTITLE_INDICATORS_OTHER, count,
			(struct placeholder[]){
				{ "measure", measure_in_words(chart->words, chart->view.indicator,
							      chart->measure) },
				{ "place", chart->place },
				{ "period", chart->period },
				{ 0 } });
	return true;
}

const struct plot_maker plot_maker_running_share = {
	.shape = SHAPE_RUNNING_SHARE,
	.without_breakdown = true,
	.of_pairs = true,
	.make = plot_running_share,
};

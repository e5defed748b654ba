/*
 * overlay_layers.c - further sets of figures over a chart: of another period, body, sex, group or indicator,
 * in the unit of the chart.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/chart_parts.h"
#include "resolve/series.h"

/* Figures of a layer that a note still lists. */
enum { LISTED_MOST = 12 };

struct layer {
	const struct block *block;
	struct scope scope;
	enum layer_mark mark;
	enum measure measure;
	struct cell_key key;
	const struct view_group *group; /* of the view at the key; NULL = all */
	bool whole;
};

static bool is_sex(struct resolver *resolver, const struct word *sex, struct cell_key *key)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const struct classification *sexes =
		dimensions->classifications[classification_find(dimensions, "sex")];
	const char **names = arena_array(resolver->arena, sexes->count, sizeof(*names));

	for (int i = 0; i < (int)sexes->count; i++) {
		names[i] = sexes->groups[i].code;
		if (strcmp(sex->text, sexes->groups[i].code) == 0) {
			key->sex = i;
			return true;
		}
	}
	diag_add(resolver->diags, DIAG_SCOPE_GROUP_UNKNOWN, sex->at,
		 arena_printf(resolver->arena, "sex=\"%s\"", sex->text),
		 suggest_hint(resolver->arena, sex->text, names, sexes->count));
	return false;
}

/* -- units ------------------------------------------------------------------------------------ */

static const char *unit_of(const struct indicator *indicator, enum measure measure)
{
	if (measure == MEASURE_COUNT)
		return indicator->events;
	if (measure == MEASURE_DENOMINATOR)
		return indicator->population;
	if (measure == MEASURE_SHARE || indicator_in_percent(indicator))
		return "%";
	return indicator->unit;
}

static bool has_unit_of(const struct chart *chart, const struct layer *layer)
{
	const struct indicator *indicator =
		&chart->resolver->dataset->indicators->items[layer->key.indicator];
	const char *own = unit_of(chart->view.indicator, chart->measure);
	const char *other = unit_of(indicator, layer->measure);

	if (strcmp(own, other) == 0)
		return true;
	diag_addf(chart->resolver->diags, DIAG_LAYER_UNIT, layer->block->at, "%s and %s", own,
		  other);
	return false;
}

/* -- what is meant ---------------------------------------------------------------------------- */

/* True of marks that would lie on those of the chart; a band and printed figures add something to them. */
static bool repeats_chart(const struct chart *chart, const struct layer *layer)
{
	const struct cell_key *own = &chart->view.key, *key = &layer->key;
	bool over_time = chart->category_periods != NULL;

	if (layer->mark == LAYER_BAND || layer->mark == LAYER_TEXT || layer->whole ||
	    layer->group != NULL || layer->measure != chart->measure ||
	    key->indicator != own->indicator || key->organisation != own->organisation ||
	    key->classification != own->classification || key->sex != own->sex)
		return false;
	/* Over time a layer of all groups is their total. */
	if (over_time ? own->classification != CLASSIFICATION_ALL : key->period != own->period)
		return false;
	diag_add(chart->resolver->diags, DIAG_LAYER_OF_CHART, layer->block->at,
		 arena_printf(chart->resolver->arena, "<layer mark=\"%s\">",
			      layer->block->mark.text),
		 NULL);
	return true;
}

/* A figure for every category, or one for all of them. */
static bool fits_categories(const struct chart *chart, struct layer *layer)
{
	bool named = layer->block->reference.group.text != NULL;

	if (chart->category_periods != NULL)
		return true;
	layer->whole = layer->key.classification == CLASSIFICATION_ALL || named;
	if (layer->whole ? layer->mark == LAYER_RULE || layer->mark == LAYER_BAND
			 : chart->category_groups != NULL &&
				   layer->key.classification == chart->view.key.classification)
		return true;
	diag_add(chart->resolver->diags, DIAG_LAYER_BREAKDOWN, layer->block->at,
		 arena_printf(chart->resolver->arena, "<layer mark=\"%s\">",
			      layer->block->mark.text),
		 NULL);
	return false;
}

static bool find_group(const struct chart *chart, struct layer *layer)
{
	struct resolver *resolver = chart->resolver;
	struct view *view = arena_alloc(resolver->arena, sizeof(*view));

	*view = view_of(resolver->arena, resolver->results, &layer->key);
	return layer->block->reference.group.text == NULL ||
	       scope_group(resolver, &layer->block->reference.group, view, &layer->group);
}

static bool read_layer(struct chart *chart, const struct block *block, struct layer *layer)
{
	struct resolver *resolver = chart->resolver;

	*layer = (struct layer){ .block = block,
				 .scope = scope_within(chart->scope, &block->reference),
				 .mark = layer_mark_find(block->mark.text),
				 .measure = block->reference.of.text == NULL
						    ? chart->measure
						    : measure_find(block->reference.of.text) };
	if (measure_kind(layer->measure)->scope != MEASURE_SCOPE_GROUP) {
		diag_add(resolver->diags, DIAG_MEASURE_FOR_GROUPS, block->reference.of.at,
			 block->reference.of.text, NULL);
		return false;
	}
	return scope_key(resolver, &layer->scope, block->at, &layer->key) &&
	       (block->sex.text == NULL || is_sex(resolver, &block->sex, &layer->key)) &&
	       find_group(chart, layer) && has_unit_of(chart, layer) &&
	       fits_categories(chart, layer) && !repeats_chart(chart, layer);
}

/* -- figures ---------------------------------------------------------------------------------- */

/* A layer draws no intervals but those of a band; what it uses is noted with the chart. */
static struct plot_value figure_of(struct chart *chart, const struct layer *layer,
				   const struct view *view, const struct view_group *group)
{
	struct chart lent = *chart;
	struct plot_value value;

	lent.measure = layer->measure;
	lent.block = layer->block;
	value = plot_value_of(&lent, view, group);
	if (group == NULL && view->total != NULL)
		lent.source_count =
			add_source(chart->resolver, view->total, lent.sources, lent.source_count);
	chart->states = lent.states;
	memcpy(chart->sources, lent.sources, sizeof(chart->sources));
	chart->source_count = lent.source_count;
	if (layer->mark != LAYER_BAND)
		value.has_interval = false;
	return value;
}

static struct plot_value figure_at(struct chart *chart, const struct layer *layer, size_t category)
{
	struct resolver *resolver = chart->resolver;
	struct cell_key key = layer->key;
	const struct view_group *group = layer->group;
	struct view view;

	if (chart->category_periods != NULL) {
		if (chart->category_periods[category] < 0)
			return (struct plot_value){ .state = VALUE_NOT_AVAILABLE,
						    .text = "",
						    .interval = "" };
		key = series_key(resolver, &layer->scope, &key, chart->category_periods[category]);
	}
	view = view_of(resolver->arena, resolver->results, &key);
	if (!layer->whole && chart->category_periods == NULL)
		group = &chart->category_groups[category];
	return group == NULL ? figure_of(chart, layer, &view, NULL)
			     : figure_of(chart, layer, &view, view_find_group(&view, group->group));
}

/* -- words ------------------------------------------------------------------------------------ */

static const char *join(const struct chart *chart, const char *list, const char *word)
{
	return list[0] == '\0' ? word : arena_printf(chart->resolver->arena, "%s, %s", list, word);
}

/* What the layer is of, as far as that differs from the chart: "England, 2019 to 2020". */
static const char *name_of(const struct chart *chart, const struct layer *layer)
{
	const struct dataset *dataset = chart->resolver->dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	const struct cell_key *own = &chart->view.key, *key = &layer->key;
	const char *name = "";

	if (key->indicator != own->indicator)
		name = dataset->indicators->items[key->indicator].short_name;
	if (layer->group != NULL)
		name = join(chart, name,
			    words_group(chart->words,
					dimensions->classifications[key->classification],
					layer->group->group));
	if (key->sex != own->sex && key->sex >= 0)
		name = join(
			chart, name,
			words_group_short(
				chart->words,
				dimensions->classifications[classification_find(dimensions, "sex")],
				key->sex));
	if (key->organisation != own->organisation)
		name = join(chart, name, dataset->organisations[key->organisation].short_name);
	if (key->period != own->period && chart->category_periods == NULL)
		name = join(chart, name,
			    words_period_short(chart->words, &dataset->periods[key->period]));
	if (name[0] != '\0')
		return name;
	return words_fill(
		chart->words, STRING_WHOLE_ALL,
		(struct placeholder[]){
			{ "population",
			  words_whole(chart->words, &dataset->indicators->items[key->indicator]) },
			{ 0 } });
}

static const char *list_of_figures(const struct chart *chart, const struct plot_value *values)
{
	const char *list = "", *glue = "";

	for (size_t i = 0; i < chart->plot->category_count; i++) {
		list = arena_printf(chart->resolver->arena, "%s%s%s:\xc2\xa0%s", list, glue,
				    chart->plot->categories[i].label,
				    values[i].has_interval ? values[i].interval : values[i].text);
		glue = "; ";
	}
	return list;
}

static enum string_id sentence_of(enum layer_mark mark)
{
	static const enum string_id sentences[LAYER_MARKS] = {
		[LAYER_BAR] = STRING_NOTE_LAYER_BAR,   [LAYER_DOT] = STRING_NOTE_LAYER_DOT,
		[LAYER_LINE] = STRING_NOTE_LAYER_LINE, [LAYER_RULE] = STRING_NOTE_LAYER_RULE,
		[LAYER_BAND] = STRING_NOTE_LAYER_BAND, [LAYER_TEXT] = STRING_NOTE_LAYER_TEXT,
	};

	return sentences[mark];
}

static void tell_layer(struct chart *chart, const struct layer *layer,
		       const struct plot_layer *drawn, const char *name)
{
	const struct plot_value *values = drawn->values;
	bool listed = !layer->whole && chart->plot->category_count <= LISTED_MOST;
	struct placeholder parts[] = {
		{ "name", name },
		{ "confidence", words_confidence(chart->words, 0) },
		{ "v", layer->whole && layer->mark == LAYER_BAND ? values->interval
		       : listed                                  ? list_of_figures(chart, values)
								 : values->text },
		{ 0 },
	};
	const char *sentence = words_fill(chart->words, sentence_of(layer->mark), parts);
	struct placeholder both[] = { { "note", sentence }, { "v", parts[2].text }, { 0 } };

	tell_overlay(chart, words_fill(chart->words,
				       layer->whole || listed ? STRING_NOTE_LAYER_FIGURES
							      : STRING_NOTE_LAYER,
				       both));
}

static bool any_is_shown(const struct plot_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (value_state_is_shown(values[i].state))
			return true;
	return false;
}

static void add_layer(struct chart *chart, struct plot_overlay *overlay, const struct layer *layer)
{
	size_t count = layer->whole ? 1 : chart->plot->category_count;
	struct plot_value *values = arena_array(chart->resolver->arena, count + 1, sizeof(*values));
	struct plot_layer drawn = { .mark = layer->mark, .values = values, .whole = layer->whole };
	const char *name = name_of(chart, layer);

	for (size_t i = 0; i < count; i++)
		values[i] = figure_at(chart, layer, i);
	if (!any_is_shown(values, count)) {
		diag_add(chart->resolver->diags, DIAG_LAYER_WITHOUT_FIGURES, layer->block->at, name,
			 NULL);
		return;
	}
	drawn.label = name;
	if (layer->whole && layer->mark == LAYER_RULE)
		drawn.label = words_fill(
			chart->words, STRING_TARGET_LABEL,
			(struct placeholder[]){ { "name", name }, { "v", values->text }, { 0 } });
	tell_layer(chart, layer, &drawn, name);
	overlay->layers[overlay->layer_count++] = drawn;
}

void add_layers(struct chart *chart, struct plot_overlay *overlay)
{
	for (const struct block *part = chart->block->children; part != NULL; part = part->next) {
		struct layer layer;

		if (part->kind == BLOCK_LAYER && read_layer(chart, part, &layer))
			add_layer(chart, overlay, &layer);
	}
}

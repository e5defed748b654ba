/*
 * definition.c - the box that defines an indicator: what is counted and out of what; where its figures come from, how
 * they are worked out and protected; what a reader must know of this definition.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/method.h"
#include "resolve/data_quality_parts.h"
#include "words/method_words.h"

enum { COLUMNS = 3 };

/* A box on its way: cells are added in the order in which they are read. */
struct box {
	struct resolver *resolver;
	const struct scope *scope;
	const struct indicator *indicator;
	struct cell_key key;
	struct node *panel;
	int sources[SOURCES_MOST];
	size_t source_count;
};

static void add_cell(struct box *box, enum string_id title, const char *words)
{
	struct resolver *resolver = box->resolver;
	struct node *cell, *text;

	if (words[0] == '\0')
		return;
	cell = node_new(resolver->arena, NODE_CELL, box->panel->at);
	text = node_new(resolver->arena, NODE_TEXT, box->panel->at);
	cell->title = plain_text(resolver, word_of(resolver, title));
	text->role = ROLE_PANEL_TEXT;
	text->text = plain_text(resolver, words);
	node_append(cell, text);
	node_append(box->panel, cell);
}

/* -- what is counted ---------------------------------------------------------------------------- */

static const char *direction(const struct resolver *resolver, enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_HIGH_GOOD:
		return word_of(resolver, STRING_HIGHER_IS_BETTER);
	case POLARITY_LOW_GOOD:
		return word_of(resolver, STRING_LOWER_IS_BETTER);
	case POLARITY_NONE:
		break;
	}
	return word_of(resolver, STRING_NEITHER_IS_BETTER);
}

/* The unit, or what stands for one where the indicator has none. */
static const char *unit_words(struct resolver *resolver, const struct indicator *indicator)
{
	const struct words *words = &resolver->words;
	const struct method *method = method_find(indicator->method);
	const struct placeholder parts[] = {
		{ "multiplier", words_number(words, indicator->multiplier, 0) }, { 0 }
	};

	if (indicator_is_percentage(indicator))
		return word_of(resolver, STRING_HEADING_PERCENTAGE);
	if (indicator->unit[0] != '\0')
		return indicator->unit;
	if (method->is_rate)
		return words_fill(words, STRING_HEADING_RATE_PER, parts);
	return word_of(resolver, method->is_count ? STRING_HEADING_NUMBER : STRING_HEADING_VALUE);
}

/* "Percentage, 31 March 2025. Lower is better. ER02" */
static const char *unit_and_period(struct resolver *resolver, const struct cell_key *key)
{
	const struct dataset *dataset = resolver->dataset;
	const struct indicator *indicator = &dataset->indicators->items[key->indicator];
	struct placeholder parts[] = {
		{ "unit", unit_words(resolver, indicator) },
		{ "period",
		  dataset->period_count == 0
			  ? ""
			  : words_period(&resolver->words, &dataset->periods[key->period]) },
		{ "direction", direction(resolver, indicator->polarity) },
		/* Readers may look up the id of a catalogue, not one of the report's own. */
		{ "id", indicator->set[0] == '\0' ? "" : indicator->id },
		{ 0 },
	};
	const char *words = words_fill(&resolver->words, STRING_UNIT_PERIOD_DIRECTION, parts);
	size_t length = strlen(words);

	while (length > 0 && words[length - 1] == ' ')
		length--;
	return arena_strndup(resolver->arena, words, length);
}

/* -- where figures come from -------------------------------------------------------------------- */

static void find_sources(struct box *box)
{
	const struct results *results = box->resolver->results;
	struct cell_key key = box->key;
	const struct result *group;
	size_t count;

	for (int i = CLASSIFICATION_ALL;
	     i < (int)box->resolver->dataset->dimensions->classification_count; i++) {
		key.classification = i;
		group = results_groups(results, &key, &count);
		for (size_t j = 0; group != NULL && j < count; j++)
			box->source_count = add_source(box->resolver, &group[j], box->sources,
						       box->source_count);
	}
}

static const char *day_of(struct resolver *resolver, const char *iso)
{
	struct date day;

	return date_parse(iso, strlen(iso), &day) ? words_date(&resolver->words, day) : "";
}

/* True when an earlier source of the box has the same title and day: to readers it is one. */
static bool is_repeated(const struct box *box, size_t at)
{
	const struct data_source *all = box->resolver->dataset->sources;
	const struct data_source *source = &all[box->sources[at]];

	for (size_t i = 0; i < at; i++)
		if (strcmp(all[box->sources[i]].title, source->title) == 0 &&
		    strcmp(all[box->sources[i]].retrieved, source->retrieved) == 0)
			return true;
	return false;
}

/* "Secondary Uses Service, extracted 2 June 2025; Population estimates, extracted 12 May 2025" */
static const char *source_words(const struct box *box, enum string_id *lead)
{
	struct resolver *resolver = box->resolver;
	const char *words = "";

	*lead = STRING_DEFINITION_SOURCE_LEAD;

	for (size_t i = 0; i < box->source_count; i++) {
		const struct data_source *source = &resolver->dataset->sources[box->sources[i]];
		const struct placeholder parts[] = {
			{ "source", source->title },
			{ "date", day_of(resolver, source->retrieved) },
			{ 0 },
		};

		if (is_repeated(box, i))
			continue;
		if (words[0] != '\0')
			*lead = STRING_DEFINITION_SOURCES;
		words = arena_printf(
			resolver->arena, "%s%s%s", words, words[0] == '\0' ? "" : "; ",
			parts[1].text[0] == '\0'
				? source->title
				: words_fill(&resolver->words, STRING_DEFINITION_SOURCE, parts));
	}
	return words;
}

/* Rules of all sources of the box: "HES-5, NONE". */
static const char *rule_words(const struct box *box)
{
	struct resolver *resolver = box->resolver;
	const struct reference *reference = resolver->reference;
	const char *words = "";

	for (size_t rule = 0; rule < reference->rule_count; rule++) {
		bool used = false;

		for (size_t i = 0; i < box->source_count; i++)
			used = used || disclosure_rule_find(
					       reference,
					       resolver->dataset->sources[box->sources[i]].rule) ==
					       &reference->rules[rule];
		/* A rule that protects nothing is none to readers. */
		if (used && reference->rules[rule].note[0] != '\0')
			words = arena_printf(resolver->arena, "%s%s%s", words,
					     words[0] == '\0' ? "" : ", ",
					     reference->rules[rule].id);
	}
	return words;
}

static const char *standard_label(const struct box *box)
{
	const struct standard_population *standard =
		box->indicator->standard[0] == '\0' ||
				!method_find(box->indicator->method)->standardised
			? NULL
			: standard_find(box->resolver->reference, box->indicator->standard);

	return standard == NULL ? "" : standard->label;
}

/* "Rates adjusted for age (European Standard Population 2013)" */
static const char *method_of(const struct box *box)
{
	struct resolver *resolver = box->resolver;
	const struct placeholder parts[] = {
		{ "method",
		  word_of(resolver, method_words(method_find(box->indicator->method)).name) },
		{ "standard", standard_label(box) },
		{ 0 },
	};

	return parts[1].text[0] == '\0'
		       ? parts[0].text
		       : words_fill(&resolver->words, STRING_DEFINITION_STANDARD, parts);
}

/* -- what a reader must know -------------------------------------------------------------------- */

/* A label behind another one; an abbreviation keeps its capitals. */
static const char *in_list(struct resolver *resolver, const char *label)
{
	char *words = arena_strdup(resolver->arena, label);

	if (words[0] != '\0' && islower((unsigned char)words[1]))
		words[0] = (char)tolower((unsigned char)words[0]);
	return words;
}

/* "Ethnic group 83.9%, age 100.0%": of how many records the group is known. */
static const char *quality_words(struct box *box)
{
	struct resolver *resolver = box->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	struct arena *scratch = arena_new();
	const char *words = "";

	for (size_t i = 0; i < dimensions->count; i++) {
		const char *id = dimensions->items[i].id;
		struct view view = { 0 };
		struct value value;
		const char *printed;

		if (classification_default(dimensions, id) < 0)
			continue;
		value = completeness_of(resolver, scratch, box->scope, id, box->panel->at, &view);
		if (!value_is_shown(&value))
			continue;
		printed = words_value_said(&resolver->words, box->key.indicator,
					   MEASURE_COMPLETENESS, &value, DECIMALS_BY_RULE);
		use_measure(resolver, &view, MEASURE_COMPLETENESS, printed, box->panel->at);
		words = arena_printf(
			resolver->arena, "%s%s%s\xc2\xa0%s", words, words[0] == '\0' ? "" : ", ",
			words[0] == '\0' ? dimensions->items[i].label
					 : in_list(resolver, dimensions->items[i].label),
			printed);
	}
	arena_free(scratch);
	return words;
}

/* -- details below the columns ------------------------------------------------------------------ */

/* "Source: Secondary Uses Service.": a word that leads the eye, then what it is. */
static void add_detail(struct box *box, enum string_id lead, const char *words)
{
	struct resolver *resolver = box->resolver;
	struct text *notes = &box->panel->notes;
	size_t length = strlen(words);

	if (length == 0)
		return;
	if (notes->count > 0)
		append_words(resolver, notes, " ");
	text_add(resolver->arena, notes, word_of(resolver, lead))->strong = true;
	append_words(
		resolver, notes,
		arena_printf(resolver->arena, " %s%s", words, words[length - 1] == '.' ? "" : "."));
}

static const char *text_or_none(const char *text)
{
	return text == NULL ? "" : text;
}

/* What the catalogue is not sure of, and leaves to choose, is for those who write the report. */
static void add_doubts(struct box *box)
{
	const struct indicator *indicator = box->indicator;
	const char *confidence = text_or_none(indicator->confidence);
	const struct placeholder parts[] = { { "confidence", confidence }, { 0 } };

	if (box->resolver->report->meta.status != REPORT_DRAFT || indicator->set[0] == '\0')
		return;
	if (confidence[0] != '\0' && strcmp(confidence, "verified") != 0)
		add_detail(box, STRING_DEFINITION_DOUBTS,
			   words_fill(&box->resolver->words, STRING_DEFINITION_DOUBT, parts));
	add_detail(box, STRING_DEFINITION_CHOICES, text_or_none(indicator->choices));
}

static void add_details(struct box *box)
{
	const char *rule, *sources;
	enum string_id lead;

	find_sources(box);
	rule = rule_words(box);
	sources = source_words(box, &lead);
	add_detail(box, lead, sources);
	add_detail(box, STRING_DEFINITION_METHOD, method_of(box));
	add_detail(box, STRING_DEFINITION_RULE,
		   rule[0] == '\0' ? word_of(box->resolver, STRING_DEFINITION_NO_RULE) : rule);
	add_detail(box, STRING_DEFINITION_QUALITY, quality_words(box));
	add_detail(box, STRING_DEFINITION_DIFFERENCE, text_or_none(box->indicator->difference));
	add_doubts(box);
}

void resolve_definition(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent)
{
	struct box box = { .resolver = resolver, .scope = scope };

	if (!scope_key(resolver, scope, block->at, &box.key))
		return;
	box.key.classification = CLASSIFICATION_ALL;
	box.indicator = &resolver->dataset->indicators->items[box.key.indicator];
	box.panel = node_new(resolver->arena, NODE_PANEL, block->at);
	box.panel->columns = COLUMNS;
	add_cell(&box, STRING_WHAT_IS_COUNTED, box.indicator->numerator);
	add_cell(&box, STRING_OUT_OF, box.indicator->denominator);
	add_cell(&box, STRING_UNIT_AND_PERIOD, unit_and_period(resolver, &box.key));
	if (block->form.text == NULL || strcmp(block->form.text, "full") == 0)
		add_details(&box);
	node_append(parent, box.panel);
}

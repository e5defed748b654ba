/*
 * coverage.c - the tables of what the statement reports and what not.
 */
#include "coverage/coverage.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/resolver.h"
#include "resolve/written.h"

static bool is_of_sections(const struct block *block)
{
	return block->reference.of.text != NULL &&
	       strcmp(block->reference.of.text, "sections") == 0;
}

void resolve_coverage(struct resolver *resolver, const struct block *block, struct node *parent)
{
	const struct statement_demand *demand = demand_of(resolver, "coverage", block->at);
	struct node *marker;

	if (demand == NULL)
		return;
	if (!is_of_sections(block) && !statement_asks_any(demand)) {
		say_instead(resolver, parent, block->at,
			    coverage_none_apply(&resolver->words, demand->kind));
		return;
	}
	marker = node_new(resolver->arena, NODE_TABLE, block->at);
	node_append(parent, marker);
	resolver->coverages =
		arena_grow(resolver->arena, resolver->coverages, resolver->coverage_count,
			   &resolver->coverage_capacity, sizeof(*resolver->coverages));
	resolver->coverages[resolver->coverage_count++] = (struct coverage_place){ marker, block };
	number_table(resolver, block, marker);
}

static const char *counted(const struct resolver *resolver, size_t number)
{
	return words_number(&resolver->words, (double)number, 0);
}

static const char *body_name(const struct resolver *resolver)
{
	int found = organisation_find(resolver->dataset, resolver->demand->body);

	return found < 0 ? resolver->demand->body
			 : resolver->dataset->organisations[found].short_name;
}

static struct text subtitle(struct resolver *resolver, enum string_id id)
{
	return plain_text(resolver, words_fill(&resolver->words, id,
					       (struct placeholder[]){
						       { "body", body_name(resolver) }, { 0 } }));
}

/* -- indicators --------------------------------------------------------------------------------- */

static enum cell_mark mark_of(enum coverage_state state)
{
	static const enum cell_mark marks[] = {
		[COVERAGE_REPORTED] = MARK_FULL,       [COVERAGE_IN_PART] = MARK_HALF,
		[COVERAGE_SUPPRESSED] = MARK_DOTTED,   [COVERAGE_NOT_AVAILABLE] = MARK_DOTTED,
		[COVERAGE_NOT_APPLICABLE] = MARK_NONE, [COVERAGE_GAP] = MARK_RING,
	};

	return marks[state];
}

static const char *letter_of(const struct resolver *resolver, const struct coverage_cell *cell)
{
	switch (cell->state) {
	case COVERAGE_IN_PART:
		return words_state(&resolver->words,
				   cell->confidential ? VALUE_SUPPRESSED : VALUE_NOT_AVAILABLE);
	case COVERAGE_SUPPRESSED:
		return words_state(&resolver->words, VALUE_SUPPRESSED);
	case COVERAGE_NOT_AVAILABLE:
		return words_state(&resolver->words, VALUE_NOT_AVAILABLE);
	case COVERAGE_NOT_APPLICABLE:
		return words_state(&resolver->words, VALUE_NOT_APPLICABLE);
	case COVERAGE_REPORTED:
	case COVERAGE_GAP:
		break;
	}
	return "";
}

static void fill_cell(struct resolver *resolver, const struct coverage_cell *cell,
		      struct table_cell *out)
{
	out->text = plain_text(resolver, letter_of(resolver, cell));
	out->mark = mark_of(cell->state);
	out->mark_words = coverage_state_words(&resolver->words, cell->state);
}

enum { SHORT_HEADING = 6 }; /* letters: a column as narrow as a shape with its letter */

static struct table *matrix_table(struct resolver *resolver, const struct coverage *coverage)
{
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));
	size_t last = coverage->dimension_count + 1;

	table->column_count = last + 1;
	table->columns = arena_array(resolver->arena, table->column_count, sizeof(*table->columns));
	table->columns[0] =
		(struct table_column){ .kind = COLUMN_NAME,
				       .heading =
					       word_of(resolver, STRING_METHODS_COLUMN_INDICATOR),
				       .weight = 18 };
	for (size_t i = 0; i < coverage->dimension_count; i++)
		table->columns[i + 1] = (struct table_column){
			.kind = COLUMN_WORD,
			.heading = coverage->dimensions[i]->label,
			.weight = strlen(coverage->dimensions[i]->label) < SHORT_HEADING ? 2.2 : 4
		};
	table->columns[last] =
		(struct table_column){ .kind = COLUMN_TEXT,
				       .heading = word_of(resolver, STRING_COVERAGE_COLUMN_REASON),
				       .weight = 12 };
	return table;
}

static const char *matrix_title(const struct resolver *resolver, const struct coverage *coverage)
{
	bool all = coverage->full == coverage->row_count;
	const struct placeholder parts[] = { { "m", counted(resolver, coverage->row_count) },
					     { 0 } };

	if (coverage->row_count == 1)
		return word_of(resolver,
			       all ? STRING_COVERAGE_TITLE_ONE : STRING_COVERAGE_TITLE_ONE_NOT);
	if (all)
		return words_fill(&resolver->words, STRING_COVERAGE_TITLE_ALL, parts);
	return words_counted(&resolver->words, STRING_COVERAGE_TITLE_SOME_OTHER, coverage->full,
			     parts);
}

static void fill_matrix(struct resolver *resolver, const struct coverage *coverage,
			const struct block *block, struct node *node)
{
	struct table *table = matrix_table(resolver, coverage);

	for (size_t i = 0; i < coverage->row_count; i++) {
		const struct coverage_row *row = &coverage->rows[i];
		struct table_cell *cells = written_row(resolver, table);

		cells[0].text = plain_text(
			resolver, words_capital(&resolver->words, row->indicator->short_name));
		for (size_t j = 0; j < coverage->dimension_count; j++)
			fill_cell(resolver, &row->cells[j], &cells[j + 1]);
		cells[coverage->dimension_count + 1].text =
			plain_text(resolver, coverage_row_reason(&resolver->words, coverage, row));
	}
	orient_table(table, block);
	node->table = table;
	node->title = plain_text(resolver, matrix_title(resolver, coverage));
	node->subtitle = subtitle(resolver, STRING_COVERAGE_SUBTITLE);
	node->notes = plain_text(resolver, word_of(resolver, STRING_COVERAGE_LEGEND));
}

/* -- sections ----------------------------------------------------------------------------------- */

static const char *lacks(struct resolver *resolver, const struct coverage_section *section)
{
	const char *words = "";

	for (size_t i = 0; i < section->missing_count; i++)
		words = arena_printf(resolver->arena, "%s%s%s", words, i == 0 ? "" : "; ",
				     section->missing[i].what);
	return words[0] == '\0' ? word_of(resolver, STRING_COVERAGE_LACKS_NOTHING) : words;
}

static const char *asked(const struct resolver *resolver, enum requirement requirement)
{
	static const enum string_id ids[REQUIREMENT_COUNT] = {
		[REQUIREMENT_NOT_APPLICABLE] = STRING_REQUIREMENT_NOT_APPLICABLE,
		[REQUIREMENT_RECOMMENDED] = STRING_REQUIREMENT_RECOMMENDED,
		[REQUIREMENT_LINKED] = STRING_REQUIREMENT_LINKED,
		[REQUIREMENT_REQUIRED] = STRING_REQUIREMENT_REQUIRED,
	};

	return word_of(resolver, ids[requirement]);
}

static enum cell_mark mark_of_section(const struct coverage_section *section)
{
	if (section->requirement == REQUIREMENT_NOT_APPLICABLE)
		return MARK_NONE;
	if (section->state == SECTION_COMPLETE)
		return MARK_FULL;
	if (section->state == SECTION_INCOMPLETE)
		return MARK_HALF;
	return section->requirement == REQUIREMENT_RECOMMENDED ? MARK_DOTTED : MARK_RING;
}

static bool has_place(const struct coverage_section *section)
{
	return section->requirement != REQUIREMENT_NOT_APPLICABLE &&
	       section->state != SECTION_ABSENT;
}

static void add_section(struct resolver *resolver, const struct coverage_section *section,
			struct table *table)
{
	struct table_cell *cells = written_row(resolver, table);

	cells[0].text = plain_text(resolver, section->section->title);
	cells[1].text = plain_text(resolver, asked(resolver, section->requirement));
	if (section->requirement != REQUIREMENT_NOT_APPLICABLE)
		cells[2].text =
			plain_text(resolver, section_state_words(&resolver->words, section->state,
								 section->requirement));
	cells[2].mark = mark_of_section(section);
	if (table->column_count > 3 && has_place(section))
		cells[3].text = plain_text(resolver, lacks(resolver, section));
}

/* Where nothing is missing, no column says so. */
static struct table *section_table(struct resolver *resolver, const struct coverage *coverage)
{
	static const enum string_id headings[] = { STRING_COVERAGE_COLUMN_SECTION,
						   STRING_COVERAGE_COLUMN_ASKED,
						   STRING_COVERAGE_COLUMN_STATE,
						   STRING_COVERAGE_COLUMN_LACKS };
	static const double weights[] = { 9, 4, 4, 6 };
	struct table *table;
	bool lacking = false;

	for (size_t i = 0; i < coverage->section_count; i++)
		lacking = lacking || (has_place(&coverage->sections[i]) &&
				      coverage->sections[i].missing_count > 0);
	table = written_table(resolver, headings, weights, lacking ? 4 : 3);
	table->dense = true;
	return table;
}

static void fill_sections(struct resolver *resolver, const struct coverage *coverage,
			  const struct block *block, struct node *node)
{
	struct table *table = section_table(resolver, coverage);
	size_t complete = 0, apply = 0;

	for (size_t i = 0; i < coverage->section_count; i++) {
		const struct coverage_section *section = &coverage->sections[i];
		bool applies = section->requirement != REQUIREMENT_NOT_APPLICABLE;

		apply += applies;
		complete += applies && section->state == SECTION_COMPLETE;
		add_section(resolver, section, table);
	}
	orient_table(table, block);
	node->table = table;
	node->title = plain_text(
		resolver,
		words_counted(&resolver->words, STRING_COVERAGE_SECTIONS_TITLE_OTHER, complete,
			      (struct placeholder[]){ { "m", counted(resolver, apply) }, { 0 } }));
	node->subtitle = subtitle(resolver, table->column_count > 3
						    ? STRING_COVERAGE_SECTIONS_SUBTITLE
						    : STRING_COVERAGE_SECTIONS_SUBTITLE_COMPLETE);
}

/* A reason for what is reported contradicts the report. */
static void tell_needless(struct resolver *resolver)
{
	const struct report *report = resolver->report;

	for (size_t i = 0; i < report->not_reported_count; i++) {
		const struct not_reported *reason = &report->not_reported[i];

		if (!coverage_needs(resolver->document->coverage, reason))
			diag_addf(resolver->diags, DIAG_REASON_NEEDLESS, reason->at, "%s%s%s",
				  reason->indicators.text, reason->by.text == NULL ? "" : " by ",
				  reason->by.text == NULL ? "" : reason->by.text);
	}
}

/* -- in their places ---------------------------------------------------------------------------- */

void finish_coverage(struct resolver *resolver)
{
	struct document *document = resolver->document;
	const struct coverage_inputs inputs = {
		.arena = resolver->arena,
		.demand = resolver->demand,
		.report = resolver->report,
		.results = resolver->results,
		.document = document,
		.words = &resolver->words,
	};

	if (resolver->demand == NULL)
		return;
	if (resolver->base == NULL) {
		document->coverage = coverage_of(&inputs);
		tell_needless(resolver);
	}
	for (size_t i = 0; i < resolver->coverage_count; i++) {
		const struct coverage_place *place = &resolver->coverages[i];

		if (is_of_sections(place->block))
			fill_sections(resolver, document->coverage, place->block, place->marker);
		else
			fill_matrix(resolver, document->coverage, place->block, place->marker);
	}
}

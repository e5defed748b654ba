/*
 * data_quality.c - the table of how complete the records are.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "resolve/data_quality_parts.h"
#include "resolve/table_kinds.h"
#include "resolve/written.h"

enum { DECIMALS = 1 };

/* -- the table ---------------------------------------------------------------------------------- */

const char *quality_title(const struct quality *quality)
{
	const struct words *words = &quality->resolver->words;
	const struct quality_row *worst = NULL;
	struct placeholder parts[] = { { "Dimension", "" }, { "p", "" }, { "records", "" }, { 0 } };
	size_t dimension = 0, rows = 0;

	for (size_t row = 0; row < quality->row_count; row++)
		for (size_t i = 0; i < quality->dimension_count; i++) {
			const struct value *value = &quality->rows[row].values[i];

			if (!value_is_shown(value))
				continue;
			rows++;
			if (worst == NULL || value->estimate < worst->values[dimension].estimate) {
				worst = &quality->rows[row];
				dimension = i;
			}
		}
	if (worst == NULL)
		return word_of(quality->resolver, STRING_QUALITY_TITLE);
	parts[0].text = quality_dimension(quality, dimension);
	parts[1].text = words_number(words, worst->values[dimension].estimate, DECIMALS);
	parts[2].text = worst->records;
	return words_fill(words, rows == 1 ? STRING_QUALITY_TITLE_ONE : STRING_QUALITY_TITLE_LOWEST,
			  parts);
}

static struct table *new_table(const struct quality *quality)
{
	struct resolver *resolver = quality->resolver;
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));

	orient_table(table, quality->block);
	table->column_count = quality->dimension_count + 1;
	table->columns = arena_array(resolver->arena, table->column_count, sizeof(*table->columns));
	table->columns[0] =
		(struct table_column){ .kind = COLUMN_NAME,
				       .heading = word_of(resolver, STRING_QUALITY_SOURCE) };
	for (size_t i = 0; i < quality->dimension_count; i++) {
		const struct placeholder parts[] = { { "Dimension", quality_dimension(quality, i) },
						     { 0 } };

		table->columns[i + 1] = (struct table_column){
			.kind = COLUMN_NUMBER,
			.heading = words_fill(&resolver->words, STRING_QUALITY_COLUMN, parts),
		};
	}
	return table;
}

static struct table_cell cell_of(struct resolver *resolver, const struct value *value)
{
	struct table_cell cell = { .state = value->state };

	if (value_is_shown(value)) {
		cell.text = shorthand_text(
			resolver,
			!value->coarse && number_rounds_to_zero(value->estimate, DECIMALS)
				? VALUE_ROUNDED
				: words_number(&resolver->words, value->estimate, DECIMALS));
		cell.has_bar = true;
		cell.bar = value->estimate / 100;
		cell.state = VALUE_SHOWN;
	} else {
		cell.text = shorthand_text(resolver, words_state(&resolver->words, value->state));
	}
	return cell;
}

static void fill_table(const struct quality *quality, struct table *table, struct state_set *states)
{
	struct resolver *resolver = quality->resolver;

	for (size_t row = 0; row < quality->row_count; row++) {
		const struct quality_row *facts = &quality->rows[row];
		struct table_cell *cells = written_row(resolver, table);

		cells[0].text =
			plain_text(resolver, words_capital(&resolver->words, facts->records));
		cells[0].detail =
			plain_text(resolver, resolver->dataset->sources[facts->source].title);
		for (size_t i = 0; i < quality->dimension_count; i++) {
			cells[i + 1] = cell_of(resolver, &facts->values[i]);
			note_printed(states, &facts->values[i],
				     text_plain(resolver->arena, &cells[i + 1].text));
		}
	}
}

static const char *quality_subtitle(const struct quality *quality)
{
	const struct resolver *resolver = quality->resolver;
	bool same = true;

	for (size_t row = 1; row < quality->row_count; row++)
		same = same && quality->rows[row].period == quality->rows[0].period;
	return words_fill(
		&resolver->words, same ? STRING_QUALITY_SUBTITLE : STRING_QUALITY_SUBTITLE_LATEST,
		(struct placeholder[]){
			{ "place",
			  resolver->dataset->organisations[quality->organisation].short_name },
			{ "period",
			  words_period(&resolver->words,
				       &resolver->dataset->periods[quality->rows[0].period]) },
			{ 0 } });
}

static bool has_row(const struct quality *quality, const char *title)
{
	const struct data_source *sources = quality->resolver->dataset->sources;

	for (size_t i = 0; i < quality->row_count; i++)
		if (strcmp(sources[quality->rows[i].source].title, title) == 0)
			return true;
	return false;
}

/* Sources without a row; two files of one publication are named once. */
static const char *left_out(const struct quality *quality)
{
	const struct dataset *dataset = quality->resolver->dataset;
	const char **titles =
		arena_array(quality->resolver->arena, dataset->source_count, sizeof(*titles));
	size_t count = 0;

	for (size_t i = 0; i < dataset->source_count; i++) {
		const char *title = dataset->sources[i].title;
		bool named = dataset->sources[i].rows_used == 0 || has_row(quality, title);

		for (size_t j = 0; j < count && !named; j++)
			named = strcmp(titles[j], title) == 0;
		if (!named)
			titles[count++] = title;
	}
	return names_joined(&quality->resolver->words, titles, count);
}

static void add_notes(const struct quality *quality, struct state_set *states, struct text *notes)
{
	struct resolver *resolver = quality->resolver;
	const struct placeholder parts[] = { { "sources", left_out(quality) }, { 0 } };
	bool merged = false;

	append_sentence(resolver, notes, word_of(resolver, STRING_QUALITY_NOTE));
	for (size_t i = 0; i < quality->row_count; i++)
		merged = merged || quality->rows[i].merged;
	if (merged)
		append_sentence(resolver, notes, word_of(resolver, STRING_QUALITY_LOWEST));
	if (states->not_available)
		append_sentence(resolver, notes, word_of(resolver, STRING_QUALITY_UNKNOWN));
	states->not_available = false;
	explain_states(resolver, states, notes);
	if (parts[0].text[0] != '\0')
		append_sentence(resolver, notes,
				words_fill(&resolver->words, STRING_QUALITY_LEFT_OUT, parts));
}

static void add_table(const struct quality *quality, const struct scope *scope, struct node *parent)
{
	struct resolver *resolver = quality->resolver;
	struct node *node = node_new(resolver->arena, NODE_TABLE, quality->block->at);
	struct figure_words words = { .title = quality_title(quality) };
	struct table *table = new_table(quality);
	struct state_set states = { 0 };

	words.subtitle = quality_subtitle(quality);
	fill_table(quality, table, &states);
	add_notes(quality, &states, &words.notes);
	node->table = table;
	set_figure_words(resolver, scope, quality->block, node, words);
	number_table(resolver, quality->block, node);
	node_append(parent, node);
}

void resolve_completeness(struct resolver *resolver, const struct scope *scope,
			  const struct block *block, struct node *parent)
{
	struct quality quality = { .resolver = resolver, .block = block };

	if (!find_quality(&quality, scope))
		return;
	if (quality.row_count > 0)
		add_table(&quality, scope, parent);
	else
		say_instead(resolver, parent, block->at,
			    word_of(resolver, STRING_QUALITY_NO_RECORDS));
}

void resolve_data_quality(struct resolver *resolver, const struct scope *scope,
			  const struct block *block, struct node *parent)
{
	size_t errors = diag_errors(resolver->diags);

	resolve_completeness(resolver, scope, block, parent);
	if (diag_errors(resolver->diags) > errors)
		return;
	quality_add_lacks(resolver, scope, block, parent);
	quality_add_steps(resolver, scope, block, parent);
	quality_add_differences(resolver, block, parent);
}

/* Every number that a figure or table of the repository's reports shows stands in its data table, in its own row. */

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/number.h"
#include "document/data_table.h"
#include "document/document.h"
#include "document/plot.h"
#include "sheets/tables.h"
#include "support/drawn_report.h"
#include "words/format.h"

struct search {
	struct arena *arena;
	const struct run *run;
	struct words words;
	const struct data_table *table; /* of the node in hand */
	struct buffer faults;
	size_t found;
};

/* -- rows --------------------------------------------------------------------------------------------------- */

static const struct data_cell *cell_named(const struct data_table *table, size_t row,
					  const char *name)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (strcmp(table->columns[i].name, name) == 0)
			return data_cell_at(table, row, i);
	return NULL;
}

static bool says(const struct search *search, size_t row, const char *column, const char *text)
{
	const struct data_cell *cell = cell_named(search->table, row, column);

	return cell != NULL && strcmp(cell->text, text) == 0;
}

static const char *group_of(const struct search *search, const struct cell_key *key)
{
	const struct dimensions *dimensions = search->run->results->dataset->dimensions;

	return words_group(&search->words, dimensions->classifications[key->classification],
			   key->group);
}

static bool is_row_of(const struct search *search, size_t row, const struct cell_key *key)
{
	const struct dataset *dataset = search->run->results->dataset;

	return says(search, row, "indicator_code", dataset->indicators->items[key->indicator].id) &&
	       says(search, row, "area_code", dataset->organisations[key->organisation].code) &&
	       says(search, row, "period",
		    words_period(&search->words, &dataset->periods[key->period])) &&
	       (key->classification == CLASSIFICATION_ALL || key->group == GROUP_ALL ||
		says(search, row, "group", group_of(search, key)));
}

/* As it is written, or the same when it is rounded as it is written. */
static bool is_number(const struct data_cell *cell, const char *printed, size_t length)
{
	const char *point = memchr(printed, '.', length);
	unsigned decimals = point == NULL ? 0 : (unsigned)(printed + length - point - 1);
	double number;

	return cell != NULL && cell->is_number &&
	       number_parse_thousands(printed, length, &number) &&
	       fabs(fabs(cell->number) - number) <= 0.5 * pow(10, -(double)decimals) * (1 + 1e-9);
}

static bool has_number(const struct search *search, size_t row, const char *printed, size_t length)
{
	static const char *const columns[] = { "value", "lower_limit", "upper_limit", "numerator",
					       "denominator" };

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		if (is_number(cell_named(search->table, row, columns[i]), printed, length))
			return true;
	return false;
}

/* Every number of the text; without one the shorthand. */
static bool tells(const struct search *search, size_t row, const char *text)
{
	const char *at = text + strcspn(text, "0123456789");

	if (*at == '\0')
		return says(search, row, "value", text) || says(search, row, "as_printed", text);
	while (*at != '\0') {
		size_t length = strspn(at, "0123456789,.");

		while (!isdigit((unsigned char)at[length - 1]))
			length--;
		if (!has_number(search, row, at, length))
			return false;
		at += length;
		at += strcspn(at, "0123456789");
	}
	return true;
}

static void expect_told(struct search *search, const struct node *node,
			const struct figure_use *use, const char *text)
{
	for (size_t row = 0; row < search->table->row_count; row++)
		if (is_row_of(search, row, &use->key) && tells(search, row, text)) {
			search->found++;
			return;
		}
	buffer_printf(&search->faults, "%s (%s): %s\n", node->label, search->table->name, text);
}

/* -- what is printed ------------------------------------------------------------------------------------------ */

static void expect_plot(struct search *search, const struct node *node, const struct plot *plot)
{
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (value->use > 0 && value->text != NULL && value->text[0] != '\0')
			expect_told(search, node, &search->run->document->uses[value->use - 1],
				    value->text);
	}
	for (size_t i = 0; i < plot->panel_count; i++)
		expect_plot(search, node, plot->panels[i]);
}

static void expect_table(struct search *search, const struct node *node)
{
	const struct table *table = node->table;

	for (size_t r = 0; r < table->row_count; r++)
		for (size_t c = 0; c < table->column_count; c++) {
			const struct table_cell *cell = &table->rows[r].cells[c];

			if (cell->use > 0)
				expect_told(search, node,
					    &search->run->document->uses[cell->use - 1],
					    text_plain(search->arena, &cell->text));
		}
}

/* The table that holds it, alone or with others. */
static const struct data_table *table_of(const struct data_tables *tables, const struct node *node)
{
	for (size_t i = 0; i < tables->count; i++) {
		const struct data_table *table = &tables->items[i];

		if (table->node == node)
			return table;
		for (size_t p = 0; p < table->part_count; p++)
			if (table->parts[p]->node == node)
				return table;
	}
	return NULL;
}

static void expect_all(struct search *search, const struct data_tables *tables)
{
	const struct node *root = search->run->document->root;

	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		search->table = table_of(tables, node);
		if (search->table == NULL)
			continue;
		if (node->plot != NULL)
			expect_plot(search, node, node->plot);
		else
			expect_table(search, node);
	}
}

/* -- reports ------------------------------------------------------------------------------------ */

struct report_case {
	char spec[64], data[32];
};

ParameterizedTestParameters(data_tables, hold_every_number_in_the_row_that_it_belongs_to)
{
	static struct report_case cases[] = {
		{ "inputs/gallery/gallery.xml", "" },
		{ "inputs/example-icb/statement.xml", "" },
		{ "inputs/example-trust/statement.xml", "" },
		{ "inputs/example-appendix/appendix.xml", "inputs/example-icb" },
	};

	return cr_make_param_array(struct report_case, cases, sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct report_case *at, data_tables,
		  hold_every_number_in_the_row_that_it_belongs_to)
{
	struct drawn_report *report =
		drawn_report_of(at->spec, at->data[0] != '\0' ? at->data : NULL);
	const struct run *run = &report->run;
	const struct data_tables *tables =
		data_tables_make(report->arena, run->document, run->results, run->strings);
	const struct data_tables *gathered =
		data_tables_gather(report->arena, tables, run->results, run->strings);
	struct search search = { .arena = report->arena,
				 .run = run,
				 .words = { .arena = report->arena,
					    .strings = run->strings,
					    .results = run->results } };

	buffer_init(&search.faults);
	expect_all(&search, tables);
	cr_expect_str_empty(buffer_text(&search.faults), "%s:\n%s", at->spec,
			    buffer_text(&search.faults));
	buffer_clear(&search.faults);
	expect_all(&search, gathered);
	cr_expect_str_empty(buffer_text(&search.faults), "%s, gathered:\n%s", at->spec,
			    buffer_text(&search.faults));
	buffer_clear(&search.faults);
	cr_expect_gt(search.found, 500);
	cr_expect_lt(gathered->count, tables->count);
	drawn_report_free(report);
}

/* What was done in each section is read in one place. */
Test(data_tables, of_actions_are_put_together_under_the_names_of_their_sections)
{
	struct drawn_report *report = drawn_report_of("inputs/example-trust/statement.xml", NULL);
	const struct run *run = &report->run;
	const struct data_tables *tables =
		data_tables_make(report->arena, run->document, run->results, run->strings);
	const struct data_tables *gathered =
		data_tables_gather(report->arena, tables, run->results, run->strings);
	size_t rows = 0, parts = 0, found = 0;

	for (size_t i = 0; i < tables->count; i++) {
		if (strcmp(tables->items[i].columns[0].heading, "Action") != 0)
			continue;
		parts++;
		rows += tables->items[i].row_count;
	}
	cr_expect_gt(parts, 5);
	for (size_t i = 0; i < gathered->count; i++) {
		const struct data_table *table = &gathered->items[i];

		cr_expect_str_neq(table->columns[0].heading, "Action");
		if (strcmp(table->title, "What we did") != 0)
			continue;
		found++;
		cr_expect_eq(table->row_count, rows);
		cr_expect_eq(table->part_count, parts);
		cr_expect_str_eq(table->columns[0].heading, "Section");
		cr_expect_str_eq(table->columns[1].heading, "Action");
		cr_expect_str_eq(data_cell_at(table, 0, 0)->text, "Waits of over 18 weeks");
		cr_expect_str_eq(data_cell_at(table, 0, 2)->text, "Chief operating officer");
	}
	cr_expect_eq(found, 1);
	drawn_report_free(report);
}

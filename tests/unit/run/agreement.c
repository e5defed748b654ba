/*
 * Text, table, chart and text alternative of the repository's reports never disagree on a number: figures in titles
 * and alternatives are those of the picture, and what is printed is what is drawn.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "document/plot.h"
#include "document/plot_shares.h"
#include "document/sparkline.h"
#include "model/result.h"
#include "support/drawn_report.h"
#include "support/labels.h"

/* A number as it stands in words, without its sign. */
struct printed {
	double value, half_unit; /* half of what its last digit is worth */
	bool is_figure;          /* with a decimal point, thousands or "%": no count, year or age */
	const char *from;
	size_t length;
};

struct printed_list {
	struct arena *arena;
	struct printed *items;
	size_t count, capacity;
};

/* Rates in sentences have three figures: the noughts at the end of 13,100 are worth nothing. */
static double half_unit_of(double value, size_t decimals)
{
	double unit = decimals > 0 ? pow(10, -(double)decimals) : 1;

	if (decimals == 0 && value >= 1000 && fmod(value, 10) == 0)
		unit = pow(10, floor(log10(value)) - 2);
	return unit / 2;
}

static bool next_number(const char **at, struct printed *out)
{
	const char *from = *at + strcspn(*at, "0123456789"), *point;
	size_t length = strspn(from, "0123456789,.");

	if (length == 0)
		return false;
	*at = from + length;
	while (!isdigit((unsigned char)from[length - 1]))
		length--;
	*out = (struct printed){ .from = from, .length = length };
	if (!number_parse_thousands(from, length, &out->value))
		return next_number(at, out);
	point = memchr(from, '.', length);
	out->is_figure = point != NULL || memchr(from, ',', length) != NULL || from[length] == '%';
	out->half_unit =
		half_unit_of(out->value, point == NULL ? 0 : length - (size_t)(point - from) - 1);
	return true;
}

static void add(struct printed_list *list, struct printed number)
{
	list->items = arena_grow(list->arena, list->items, list->count, &list->capacity,
				 sizeof(*list->items));
	list->items[list->count++] = number;
}

static void add_words(struct printed_list *list, const char *words)
{
	struct printed number;

	while (next_number(&words, &number))
		add(list, number);
}

static void add_exact(struct printed_list *list, double value)
{
	add(list, (struct printed){ .value = fabs(value) });
}

/* True when both may be one number, each rounded in its own way; rounded in the same way they are equal. */
static bool are_same(const struct printed *a, const struct printed *b)
{
	double slack = 1e-9 * fmax(1, a->value);

	if (a->half_unit != b->half_unit)
		slack += a->half_unit + b->half_unit;

	return fabs(a->value - b->value) <= slack;
}

static bool is_known(const struct printed_list *known, const struct printed *number)
{
	for (size_t i = 0; i < known->count; i++)
		if (are_same(&known->items[i], number))
			return true;
	return false;
}

/* The figures of a sentence that are none of those known; what the subtitle says is no figure. */
static const char *strays(struct arena *arena, const char *words, const char *subtitle,
			  const struct printed_list *known)
{
	struct printed_list named = { .arena = arena };
	const char *found = "";
	struct printed number;

	add_words(&named, subtitle);
	while (next_number(&words, &number))
		if (number.is_figure && !is_known(known, &number) && !is_known(&named, &number))
			found = arena_printf(arena, "%s %.*s", found, (int)number.length,
					     number.from);
	return found;
}

Test(agreement, a_figure_that_is_not_in_the_picture_is_found)
{
	struct arena *arena = arena_new();
	struct printed_list known = { .arena = arena };

	add_words(&known, "44.5% 13,051 0.28");
	cr_expect_str_eq(
		strays(arena, "45% and 13,100 in 2024, at 52 weeks over 40%", "over 40%", &known),
		"");
	cr_expect_str_eq(strays(arena, "46% and 13,200", "", &known), " 46 13,200");
	cr_expect_str_eq(strays(arena, "44.6% or 0.29", "", &known), " 44.6 0.29");
	arena_free(arena);
}

/* -- figures ------------------------------------------------------------------------------------ */

static void add_picture(struct printed_list *known, const struct look *look,
			const struct scene *scene)
{
	struct labels labels = labels_of(look, scene);

	for (size_t i = 0; i < labels.count; i++)
		add_words(known, labels.items[i].text);
}

/* Values that a picture shows by place alone; of cumulative shares also what is left of 100 and how far apart. */
static void add_plot(struct printed_list *known, const struct plot *plot)
{
	size_t count = plot->series_count * plot->category_count;
	bool shares = plot->shares != NULL, left = strcmp(plot->kind, "waits-cumulative") == 0;

	for (size_t i = 0; i < count; i++) {
		if (!value_state_is_shown(plot->values[i].state))
			continue;
		add_words(known, plot->values[i].text);
		if (shares) {
			add_exact(known, plot->values[i].value);
			add_exact(known, plot->shares->people[i]);
		}
		if (!left)
			continue;
		add_exact(known, 100 - plot->values[i].value);
		for (size_t j = 0; j < i; j++)
			if (value_state_is_shown(plot->values[j].state))
				add_exact(known, plot->values[i].value - plot->values[j].value);
	}
}

/* How people divide between the sides of a pyramid. */
static void add_sides(struct printed_list *known, const struct plot *plot)
{
	double sides[2] = { 0 };

	for (size_t s = 0; s < 2 && s < plot->series_count; s++)
		for (size_t i = 0; i < plot->category_count; i++)
			sides[s] += plot->values[s * plot->category_count + i].value;
	for (size_t s = 0; s < 2 && sides[0] + sides[1] > 0; s++)
		add_exact(known, 100 * sides[s] / (sides[0] + sides[1]));
}

/* Titles may tell of everybody, who are not always drawn. */
static void add_totals(struct printed_list *known, const struct results *results)
{
	for (size_t i = 0; i < results->count; i++)
		if (results->items[i].key.group == GROUP_ALL &&
		    value_is_shown(&results->items[i].value))
			add_exact(known, results->items[i].value.estimate);
}

static const char *faults_of_figure(const struct drawn_report *report,
				    const struct figure_scene *figure)
{
	struct arena *arena = report->arena;
	const struct node *node = figure->node;
	const char *subtitle = text_plain(arena, &node->subtitle);
	const char *title = text_plain(arena, &node->title), *stray, *alternative;
	struct printed_list known = { .arena = arena };

	add_picture(&known, &report->look, figure->scene);
	add_plot(&known, node->plot);
	if (strcmp(node->plot->kind, "pyramid") == 0)
		add_sides(&known, node->plot);
	add_totals(&known, report->run.results);
	stray = strays(arena, title, subtitle, &known);
	alternative = strays(arena, node->alternative, subtitle, &known);
	return stray[0] == '\0' && alternative[0] == '\0'
		       ? ""
		       : arena_printf(arena, "%s: title%s, alternative%s: %s\n", node->label, stray,
				      alternative, node->alternative);
}

/* Waits are drawn as high as their class is narrow, so that areas are shares. */
static const char *faults_of_values(struct arena *arena, const struct node *node)
{
	const struct plot *plot = node->plot;
	const char *faults = "";

	if (strcmp(plot->kind, "waits") == 0)
		return "";
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];
		struct printed number, drawn = { .value = fabs(value->value) };
		const char *at = value->text;

		if (!value_state_is_shown(value->state) || !next_number(&at, &number))
			continue;
		if (!are_same(&number, &drawn))
			faults = arena_printf(arena, "%s%s: prints %s, draws %.9g\n", faults,
					      node->label, value->text, value->value);
	}
	return faults;
}

/* -- tables ------------------------------------------------------------------------------------- */

/* A mark such as [u] may stand at one of the two places alone; where there is no number, the words are the same. */
static bool say_the_same(const char *a, const char *b)
{
	struct printed first, second;

	if (next_number(&(const char *){ a }, &first) && next_number(&(const char *){ b }, &second))
		return first.half_unit == second.half_unit && are_same(&first, &second);
	return strcmp(a, b) == 0;
}

static bool row_has(struct arena *arena, const struct table *table, const struct table_row *row,
		    const char *words)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (row->cells[i].sparkline == NULL &&
		    say_the_same(text_plain(arena, &row->cells[i].text), words))
			return true;
	return false;
}

/* A listener hears the figure, and the words of a mark in place of it: "15.1% [u]" is "15.1%, low reliability". */
static bool tells(struct arena *arena, const char *words, const char *printed)
{
	static const char *const heard[][2] = { { "[c]", "confidential" },
						{ "[k]", "rounds to zero" },
						{ "[u]", "low reliability" },
						{ "[x]", "not available" },
						{ "[z]", "not applicable" } };
	const char *mark = strchr(printed, '[');
	size_t length = mark == NULL ? strlen(printed) : (size_t)(mark - printed);
	bool any = false;

	while (length > 0 && strchr(" \xc2\xa0", printed[length - 1]) != NULL)
		length--;
	if (strstr(words, arena_strndup(arena, printed, length)) == NULL)
		return false;
	for (size_t i = 0; mark != NULL && i < sizeof(heard) / sizeof(heard[0]); i++) {
		bool stands = strstr(mark, heard[i][0]) != NULL;

		if (stands && strstr(words, heard[i][1]) == NULL)
			return false;
		any = any || stands;
	}
	return mark == NULL || any;
}

/* A line tells its first and its last figure, and the last stands in its row where it is not beside the line. */
static const char *faults_of_lines(struct arena *arena, const struct node *node)
{
	const struct table *table = node->table;
	const char *faults = "";

	for (size_t r = 0; r < table->row_count; r++)
		for (size_t c = 0; c < table->column_count; c++) {
			const struct sparkline *line = table->rows[r].cells[c].sparkline;

			if (line == NULL || line->none_text[0] != '\0')
				continue;
			if (!tells(arena, line->words, line->first_text) ||
			    !tells(arena, line->words, line->last_text) ||
			    (line->last_elsewhere &&
			     !row_has(arena, table, &table->rows[r], line->last_text)))
				faults = arena_printf(arena, "%s%s, row %zu: %s (%s, %s)\n", faults,
						      node->label, r + 1, line->words,
						      line->first_text, line->last_text);
		}
	return faults;
}

/* -- reports ------------------------------------------------------------------------------------ */

struct report_case {
	char spec[64], data[32];
};

ParameterizedTestParameters(agreement, words_pictures_and_tables_have_the_same_numbers)
{
	static struct report_case cases[] = {
		{ "inputs/gallery/gallery.xml", "" },
		{ "inputs/example-icb/statement.xml", "" },
		{ "inputs/example-trust/statement.xml", "" },
		{ "inputs/example-appendix/appendix.xml", "inputs/example-icb" },
	};

	return cr_make_param_array(struct report_case, cases, sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct report_case *at, agreement,
		  words_pictures_and_tables_have_the_same_numbers)
{
	struct drawn_report *report =
		drawn_report_of(at->spec, at->data[0] != '\0' ? at->data : NULL);
	const struct node *root = report->run.document->root;
	size_t lines = 0;

	cr_assert_gt(report->run.figures.count, 20);
	for (size_t i = 0; i < report->run.figures.count; i++) {
		const struct figure_scene *figure = &report->run.figures.items[i];

		if (figure->node->plot == NULL)
			continue;
		cr_expect_str_empty(faults_of_figure(report, figure), "%s %s", at->spec,
				    faults_of_figure(report, figure));
		cr_expect_str_empty(faults_of_values(report->arena, figure->node), "%s %s",
				    at->spec, faults_of_values(report->arena, figure->node));
	}
	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		if (node->table == NULL)
			continue;
		cr_expect_str_empty(faults_of_lines(report->arena, node), "%s %s", at->spec,
				    faults_of_lines(report->arena, node));
		lines++;
	}
	cr_expect_gt(lines, 2);
	drawn_report_free(report);
}

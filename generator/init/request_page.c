/*
 * request_page.c - the sheet that asks an information team for data, to read: which figures, in which columns,
 * for which groups, and what becomes of small numbers.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/markup.h"
#include "base/text_list.h"
#include "data/table.h"
#include "init/init.h"

enum { SPELLINGS_SHOWN = 3, DIMENSIONS_MOST = 16 };

static void tag(struct buffer *out, const char *name, const char *text)
{
	buffer_printf(out, "<%s>", name);
	markup_add_text(out, text);
	buffer_printf(out, "</%s>\n", name);
}

static void write_begin(const struct init_plan *plan, struct buffer *out)
{
	buffer_add_text(out,
			"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
			"<meta charset=\"utf-8\">\n<title>Data request</title>\n"
			"<style>\nbody { font: 11pt/1.45 Arial, sans-serif; max-width: 60em; "
			"margin: 2em auto; padding: 0 1em; }\n"
			"table { border-collapse: collapse; width: 100%; margin: 0.5em 0 1.5em; }\n"
			"th, td { border: 1px solid #999; padding: 0.3em 0.5em; text-align: left; "
			"vertical-align: top; }\nth { background: #eee; }\n"
			"section { break-inside: avoid-page; }\n</style>\n</head>\n<body>\n");
	tag(out, "h1", arena_printf(plan->arena, "Data request: %s", plan->body->name));
	tag(out, "p",
	    arena_printf(plan->arena,
			 "Data for the statement on information on health inequalities of April %d "
			 "to March %d. One file in the form of CSV is asked for from each place "
			 "below; data-request.csv has the same as a table, a row for each "
			 "indicator and breakdown. The files in data/ are made up and show the "
			 "form: put yours in their place, under the same names.",
			 plan->year, plan->year + 1));
}

static void write_columns(const struct init_plan *plan, struct buffer *out)
{
	const char *const rows[][2] = {
		{ "indicator", "the code below" },
		{ "period",
		  arena_printf(plan->arena, "%d/%02d; earlier years too, if there are any",
			       plan->year, (plan->year + 1) % 100) },
		{ "organisation",
		  arena_printf(plan->arena, "%s; E92000001 for England", plan->body->code) },
		{ "dimension", "what the row is broken down by, or all for the total" },
		{ "group", "which group of that, or all for the total" },
		{ "age", "five-year band to 90+, or wider bands made of these, where counts are "
			 "asked for by age" },
		{ "numerator", "what is counted, as a whole number that nobody has rounded or "
			       "hidden, if you may send that" },
		{ "denominator", "out of how many" },
		{ "value, lower, upper",
		  "the published figure with its 95% limits, where figures are taken over" },
	};

	buffer_add_text(
		out, "<h2>Columns</h2>\n<table>\n<tr><th>Column</th><th>What it holds</th></tr>\n");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		buffer_add_text(out, "<tr>");
		tag(out, "td", rows[i][0]);
		tag(out, "td", rows[i][1]);
		buffer_add_text(out, "</tr>\n");
	}
	buffer_add_text(
		out,
		"</table>\n<p>A file that has other columns or names can be used as it is: "
		"the report says which column is what. Write * where a number is hidden, and "
		"leave out what is not known. Include people whose group is not stated or not "
		"known as a group of their own.</p>\n"
		"<p><strong>Counts of few people can identify somebody.</strong> Send the files "
		"by a way that is safe for confidential information, and to those alone who "
		"may see them. What is published is hidden or rounded by the rule of each "
		"source, below.</p>\n");
}

/* -- groups ----------------------------------------------------------------------------------- */

/* "1 most deprived (or 1, Q1, Quintile 1)": a group with some of the names that are understood. */
static void write_group(const struct init_plan *plan, const struct table *groups, size_t row,
			struct buffer *out)
{
	const char *label = table_cell(groups, row, INIT_GROUP_LABEL);
	const char *code = table_cell(groups, row, INIT_GROUP_CODE);
	const char *aliases = table_cell(groups, row, INIT_GROUP_ALIASES);
	const char *join = " (or ", *spelling;

	buffer_add_text(out, "<li>");
	markup_add_text(out, label);
	if (strcmp(code, label) != 0) {
		buffer_add_text(out, join);
		markup_add_text(out, code);
		join = ", ";
	}
	for (int i = 0;
	     i < SPELLINGS_SHOWN && (spelling = list_next(plan->arena, &aliases, "|")) != NULL;
	     i++) {
		buffer_add_text(out, join);
		markup_add_text(out, spelling);
		join = ", ";
	}
	buffer_add_text(out, strcmp(join, ", ") == 0 ? ")</li>\n" : "</li>\n");
}

static void write_classification(const struct init_plan *plan, const struct table *groups,
				 const struct classification *list, struct buffer *out)
{
	tag(out, "h3", list->label);
	tag(out, "p",
	    arena_printf(plan->arena, "Write %s, or %s, as dimension.", list->id, list->dimension));
	if (list->form != CLASSIFICATION_LISTED) {
		tag(out, "p",
		    list->form == CLASSIFICATION_AGE_BANDS
			    ? "Any bands, written like 0-4, 65 to 74, Under 18 or 85+."
			    : "Groups as they are called.");
		return;
	}
	buffer_add_text(out, "<ul>\n");
	for (size_t row = 0; row < groups->row_count; row++)
		if (strcmp(table_cell(groups, row, INIT_GROUP_LIST), list->id) == 0)
			write_group(plan, groups, row, out);
	buffer_add_text(out, "</ul>\n");
}

/* True the first time that a dimension comes up. */
static bool is_new(const char **seen, size_t *count, const char *dimension)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp(seen[i], dimension) == 0)
			return false;
	if (*count == DIMENSIONS_MOST)
		return false;
	seen[(*count)++] = dimension;
	return true;
}

static void write_groups(const struct init_plan *plan, const struct table *groups,
			 struct buffer *out)
{
	const char *seen[DIMENSIONS_MOST];
	size_t count = 0;

	buffer_add_text(out, "<h2>Breakdowns and their groups</h2>\n"
			     "<p>Names in brackets are understood as well; more are in "
			     "inputs/reference/groups.csv, and a report can name any other.</p>\n");
	for (size_t i = 0; i < plan->indicators.count; i++) {
		const char *list = plan->indicators.items[i].breakdowns, *dimension;

		while ((dimension = list_next(plan->arena, &list, ";")) != NULL) {
			const struct classification *full, *few;

			if (!is_new(seen, &count, dimension))
				continue;
			full = init_classification(plan, dimension, false);
			few = init_classification(plan, dimension, true);
			if (full != NULL)
				write_classification(plan, groups, full, out);
			if (few != NULL && few != full) {
				tag(out, "p",
				    arena_printf(plan->arena,
						 "Where that is not to be had, the broad groups, "
						 "with %s as dimension; not both in one file:",
						 few->id));
				write_classification(plan, groups, few, out);
			}
		}
	}
}

/* -- indicators ------------------------------------------------------------------------------- */

static void write_line(struct buffer *out, const char *head, const char *text)
{
	if (text[0] == '\0')
		return;
	buffer_add_text(out, "<tr>");
	tag(out, "th", head);
	tag(out, "td", text);
	buffer_add_text(out, "</tr>\n");
}

static const char *breakdowns_of(const struct init_plan *plan, const struct indicator *indicator)
{
	const char *list = indicator->breakdowns, *dimension, *text = "the total";

	while ((dimension = list_next(plan->arena, &list, ";")) != NULL)
		text = arena_printf(plan->arena, "%s, %s", text, dimension);
	return text;
}

static void write_indicator(const struct init_plan *plan, const struct indicator *indicator,
			    struct buffer *out)
{
	buffer_add_text(out, "<section>\n");
	tag(out, "h3", arena_printf(plan->arena, "%s: %s", indicator->id, indicator->name));
	buffer_add_text(out, "<table>\n");
	write_line(out, "Numerator", indicator->numerator);
	write_line(out, "Denominator", indicator->denominator);
	write_line(out, "Ages", indicator->age_scope);
	write_line(out, "Breakdowns", breakdowns_of(plan, indicator));
	write_line(out, "By age",
		   init_is_by_age(indicator) ? "each row again for every age band: the rate is "
					       "adjusted for age"
					     : "");
	write_line(out, "Choices", indicator->choices);
	write_line(out, "Read with care", indicator->caveat);
	buffer_add_text(out, "</table>\n</section>\n");
}

static void write_source(const struct init_plan *plan, const struct init_source *source,
			 struct buffer *out)
{
	tag(out, "h2", source->title);
	tag(out, "p",
	    arena_printf(plan->arena, "File %s, with the columns %s.", source->file,
			 init_columns(source)));
	tag(out, "p",
	    arena_printf(plan->arena, "What is published (rule %s): %s", source->rule,
			 init_rule_note(plan, source)));
	for (size_t i = 0; i < source->count; i++)
		write_indicator(plan, source->indicators[i], out);
}

void init_request_page(const struct init_plan *plan, const struct table *groups, struct buffer *out)
{
	write_begin(plan, out);
	write_columns(plan, out);
	write_groups(plan, groups, out);
	for (size_t i = 0; i < plan->source_count; i++)
		write_source(plan, &plan->sources[i], out);
	buffer_add_text(out, "</body>\n</html>\n");
}

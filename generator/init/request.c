/*
 * request.c - the sheet that asks an information team for data, as a table: a row for each indicator and
 * breakdown.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/csv_write.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "base/text_list.h"
#include "data/table.h"
#include "init/init.h"

const char *init_rule_note(const struct init_plan *plan, const struct init_source *source)
{
	const struct disclosure_rule *rule = disclosure_rule_find(plan->reference, source->rule);

	if (rule == NULL)
		return "";
	return disclosure_rule_meaning(rule);
}

const char *init_columns(const struct init_source *source)
{
	if (source->by_age)
		return "indicator period organisation dimension group age numerator denominator";
	return source->with_values
		       ? "indicator period organisation dimension group numerator denominator value "
			 "lower upper"
		       : "indicator period organisation dimension group numerator denominator";
}

static const char *group_labels(const struct init_plan *plan, const struct indicator *indicator,
				const struct classification *list)
{
	const char *bands[INIT_BANDS_MOST], *labels = "";
	size_t count = list->form == CLASSIFICATION_AGE_BANDS ? init_age_bands(indicator, bands)
							      : list->count;

	for (size_t i = 0; i < count; i++)
		labels = arena_printf(
			plan->arena, "%s%s%s", labels, i == 0 ? "" : "; ",
			list->form == CLASSIFICATION_AGE_BANDS ? bands[i] : list->groups[i].label);
	return labels;
}

static void add_cells(struct buffer *out, const char *const *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buffer_add_char(out, ',');
		csv_add_text(out, cells[i]);
	}
	buffer_add_char(out, '\n');
}

/* list: NULL for the total. */
static void add_line(const struct init_plan *plan, const struct init_source *source,
		     const struct indicator *indicator, const struct classification *list,
		     struct buffer *out)
{
	const char *const cells[] = {
		indicator->id,
		indicator->name,
		indicator->numerator,
		indicator->denominator,
		list == NULL ? "all" : list->id,
		list == NULL ? "all" : group_labels(plan, indicator, list),
		init_is_by_age(indicator) ? "yes" : "no",
		indicator->age_scope,
		indicator->choices,
		source->title,
		source->file,
		init_columns(source),
		source->rule,
		init_rule_note(plan, source),
		indicator->confidence,
	};

	add_cells(out, cells, sizeof(cells) / sizeof(cells[0]));
}

static void write_table(const struct init_plan *plan, struct buffer *out)
{
	static const char *const heads[] = {
		"indicator",
		"name",
		"numerator",
		"denominator",
		"dimension",
		"groups",
		"counts_by_age",
		"ages",
		"choices",
		"source",
		"file",
		"columns",
		"disclosure_rule",
		"what_is_published",
		"confidence",
	};

	add_cells(out, heads, sizeof(heads) / sizeof(heads[0]));
	for (size_t i = 0; i < plan->source_count; i++) {
		const struct init_source *source = &plan->sources[i];

		for (size_t j = 0; j < source->count; j++) {
			const struct indicator *indicator = source->indicators[j];
			const char *list = indicator->breakdowns, *dimension;

			add_line(plan, source, indicator, NULL, out);
			while ((dimension = list_next(plan->arena, &list, ";")) != NULL)
				add_line(plan, source, indicator,
					 init_classification(plan, dimension, false), out);
		}
	}
}

bool init_request(const struct init_plan *plan, const char *share, struct outfile_set *files)
{
	static const char *const columns[INIT_GROUP_COLUMNS] = { "classification", "code", "label",
								 "aliases" };
	const struct table *groups = table_read(
		plan->arena, path_join(plan->arena, share, "inputs/reference/groups.csv"),
		(struct location){ 0 }, columns, INIT_GROUP_COLUMNS, INIT_GROUP_COLUMNS,
		plan->diags);
	struct buffer out;

	if (groups == NULL)
		return false;
	buffer_init(&out);
	write_table(plan, &out);
	outfile_set_add(files, "data-request.csv", &out);
	buffer_init(&out);
	init_request_page(plan, groups, &out);
	outfile_set_add(files, "data-request.html", &out);
	return true;
}

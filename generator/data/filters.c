#include "data/filters.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"

/* -- planning --------------------------------------------------------------------------------- */

static bool plan_parts(struct arena *arena, filter_column *column, void *context,
		       struct diag_list *diags, struct mapped_filter *filter)
{
	size_t count = 0;
	bool whole = true;

	for (const struct where_spec *part = filter->where->children; part != NULL;
	     part = part->next)
		count++;
	filter->parts = arena_array(arena, count + 1, sizeof(*filter->parts));
	for (const struct where_spec *part = filter->where->children; part != NULL;
	     part = part->next)
		whole = filter_plan(arena, part, column, context, diags,
				    &filter->parts[filter->part_count++]) &&
			whole;
	return whole;
}

bool filter_plan(struct arena *arena, const struct where_spec *where, filter_column *column,
		 void *context, struct diag_list *diags, struct mapped_filter *filter)
{
	*filter = (struct mapped_filter){ .where = where };
	if (where->kind == WHERE_ALL || where->kind == WHERE_ANY)
		return plan_parts(arena, column, context, diags, filter);
	filter->column = column(context, &where->column);
	if (where->kind == WHERE_BETWEEN && !range_parse(where->value.text, &filter->range)) {
		diag_add(diags, DIAG_RANGE_WRONG, where->value.at, where->value.text, RANGE_HINT);
		return false;
	}
	return filter->column >= 0;
}

/* -- rows ------------------------------------------------------------------------------------- */

static struct csv_cell cell_of(const struct csv_record *record, int column)
{
	return (size_t)column >= record->count ? (struct csv_cell){ .text = "" }
					       : csv_trim(record->cells[column]);
}

/* begins: the cell only has to begin with an alternative. */
static bool is_one_of(const struct csv_cell *cell, const char *alternatives, bool begins)
{
	for (const char *at = alternatives;;) {
		size_t length = strcspn(at, "|");

		if ((begins ? length <= cell->length : length == cell->length) &&
		    memcmp(at, cell->text, length) == 0)
			return true;
		if (at[length] == '\0')
			return false;
		at += length + 1;
	}
}

static bool is_within(const struct csv_cell *cell, const struct range *range)
{
	struct date date;
	double number;

	if (!range->of_dates)
		return number_parse(cell->text, cell->length, &number) && number >= range->least &&
		       number <= range->most;
	return date_parse(cell->text, cell->length, &date) &&
	       (range->first.year == 0 || date_compare(date, range->first) >= 0) &&
	       (range->last.year == 0 || date_compare(date, range->last) <= 0);
}

static bool any_takes(const struct mapped_filter *filter, const struct csv_record *record)
{
	for (size_t i = 0; i < filter->part_count; i++)
		if (filter_takes(&filter->parts[i], record))
			return true;
	return false;
}

static bool all_take(const struct mapped_filter *filter, const struct csv_record *record)
{
	for (size_t i = 0; i < filter->part_count; i++)
		if (!filter_takes(&filter->parts[i], record))
			return false;
	return true;
}

bool filter_takes(const struct mapped_filter *filter, const struct csv_record *record)
{
	const struct where_spec *where = filter->where;
	struct csv_cell cell = cell_of(record, filter->column);

	switch (where->kind) {
	case WHERE_IS:
		return is_one_of(&cell, where->value.text, false);
	case WHERE_IS_NOT:
		return !is_one_of(&cell, where->value.text, false);
	case WHERE_STARTS_WITH:
		return is_one_of(&cell, where->value.text, true);
	case WHERE_BETWEEN:
		return is_within(&cell, &filter->range);
	case WHERE_MISSING:
		return (cell.length == 0) == (strcmp(where->value.text, "true") == 0);
	case WHERE_ALL:
		return all_take(filter, record);
	case WHERE_ANY:
		return any_takes(filter, record);
	}
	return false;
}

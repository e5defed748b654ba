#include "data/mapping.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/string_index.h"
#include "base/suggest.h"

/* What separates cells in a header that was read as one cell; NULL when nothing does. */
static const char *delimiter_in(const char *name)
{
	static const struct {
		char delimiter;
		const char *name;
	} known[] = { { ';', "semicolon" }, { '\t', "tab" }, { '|', "pipe" }, { ',', "comma" } };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strchr(name, known[i].delimiter) != NULL)
			return known[i].name;
	return NULL;
}

static const char *column_hint(struct arena *arena, struct csv_reader *reader, const char *name)
{
	size_t count = csv_columns(reader);
	const char **names = arena_array(arena, count, sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = csv_column_name(reader, i);
	return suggest_hint(arena, name, names, count);
}

/* What may be wrong with a header that has none of the columns. */
static const char *header_hint(struct arena *arena, const struct csv_reader *reader)
{
	enum { NAMES_MOST = 12 };
	size_t count = csv_columns(reader);
	const char *delimiter = count == 1 ? delimiter_in(csv_column_name(reader, 0)) : NULL;
	struct buffer hint;

	if (delimiter != NULL)
		return arena_printf(arena,
				    "the header has one column only; set delimiter=\"%s\" if cells "
				    "are separated so",
				    delimiter);
	buffer_init(&hint);
	buffer_add_text(&hint, "the header read is: ");
	for (size_t i = 0; i < count && i < NAMES_MOST; i++)
		buffer_printf(&hint, "%s%.80s", i == 0 ? "" : ", ", csv_column_name(reader, i));
	buffer_printf(&hint,
		      "%s; set header=\"false\" when the file has none, skip-rows when it "
		      "stands further down",
		      count > NAMES_MOST ? ", ..." : "");
	return buffer_finish(&hint, arena);
}

/* Names of columns that a source reads. */
struct column_names {
	struct arena *arena;
	const char **items;
	size_t count, capacity;
};

static void add_name(struct column_names *names, const char *name)
{
	if (name == NULL)
		return;
	names->items = arena_grow(names->arena, names->items, names->count, &names->capacity,
				  sizeof(*names->items));
	names->items[names->count++] = name;
}

static void add_where_names(struct column_names *names, const struct where_spec *where)
{
	for (; where != NULL; where = where->next) {
		add_name(names, where->column.text);
		add_where_names(names, where->children);
	}
}

/* True after one message for a header that has none of several columns, whatever the cause. */
static bool refuse_header(struct arena *arena, struct source_plan *plan, struct diag_list *diags)
{
	const struct source_spec *source = plan->source;
	struct column_names names = { .arena = arena };
	bool several = csv_columns(plan->reader) == 1;
	struct buffer list;

	for (size_t i = 0; i < source->rule_count; i++)
		add_name(&names, source->rules[i].column.text);
	add_where_names(&names, source->where);
	for (size_t i = 0; i < names.count; i++) {
		if (csv_find_column(plan->reader, names.items[i]) != CSV_COLUMN_MISSING)
			return false;
		several = several || strcmp(names.items[0], names.items[i]) != 0;
	}
	if (names.count == 0 || !several)
		return false;
	buffer_init(&list);
	for (size_t i = 0; i < names.count; i++)
		buffer_printf(&list, "%s\"%s\"", i == 0 ? "" : ", ", names.items[i]);
	diag_add(diags, DIAG_COLUMN_UNKNOWN, csv_column_location(plan->reader, 0),
		 arena_printf(arena, "none of %s is in the header", buffer_text(&list)),
		 header_hint(arena, plan->reader));
	buffer_clear(&list);
	return true;
}

static int find_column(struct arena *arena, struct source_plan *plan, const struct word *name,
		       struct diag_list *diags)
{
	int column = csv_find_column(plan->reader, name->text);

	if (column == CSV_COLUMN_MISSING)
		diag_add(diags, DIAG_COLUMN_UNKNOWN, name->at,
			 arena_printf(arena, "\"%s\" in %s", name->text, plan->source->href.text),
			 column_hint(arena, plan->reader, name->text));
	if (column >= 0 && (size_t)column > plan->last_column)
		plan->last_column = (size_t)column;
	return column;
}

static void add_role(struct arena *arena, struct source_plan *plan, struct series_plan *series,
		     const struct source_rule *rule, struct diag_list *diags)
{
	struct mapped_role *role = &series->roles[rule->role];

	if (role->known) {
		/* A rule of the series stands before one of the source. */
		if (rule->series == role->rule->series)
			diag_addf(diags, DIAG_ROLE_TWICE, rule->at, "%s",
				  data_role_name(rule->role));
		return;
	}
	*role = (struct mapped_role){
		.known = true, .column = -1, .rule = rule, .constant = rule->value.text
	};
	if (rule->kind == SOURCE_MAP)
		role->column = find_column(arena, plan, &rule->column, diags);
}

/* What finding a column by its name needs. */
struct column_finder {
	struct arena *arena;
	struct source_plan *plan;
	struct diag_list *diags;
};

static int filter_column_of(void *context, const struct word *name)
{
	struct column_finder *finder = context;

	return find_column(finder->arena, finder->plan, name, finder->diags);
}

/* The filters of a series, or those of all of them. */
static void add_filters(struct arena *arena, struct source_plan *plan, struct series_plan *series,
			int number, struct diag_list *diags)
{
	struct column_finder finder = { arena, plan, diags };

	for (const struct where_spec *where = plan->source->where; where != NULL;
	     where = where->next) {
		if (where->series != number)
			continue;
		series->filters = arena_grow(arena, series->filters, series->filter_count,
					     &series->filter_capacity, sizeof(*series->filters));
		filter_plan(arena, where, filter_column_of, &finder, diags,
			    &series->filters[series->filter_count++]);
	}
}

static void add_label(struct arena *arena, struct series_plan *series,
		      const struct source_rule *rule)
{
	struct string_index **labels = &series->labels[rule->role];

	if (*labels == NULL)
		*labels = string_index_new(arena);
	series->label_texts = arena_grow(arena, series->label_texts, series->label_count,
					 &series->label_capacity, sizeof(*series->label_texts));
	series->label_texts[series->label_count] = rule->to.text;
	string_index_add(*labels, rule->value.text, (int)series->label_count++);
}

static void add_missing(struct arena *arena, struct series_plan *series, const char *text,
			const char *means)
{
	struct mapped_missing missing = { .text = text };

	missing.skip = strcmp(means, "skip") == 0;
	missing.zero = strcmp(means, "zero") == 0;
	missing.rounded = strcmp(means, "rounds-to-zero") == 0;
	if (strcmp(means, "suppressed") == 0)
		missing.state = VALUE_SUPPRESSED;
	else if (strcmp(means, "not-applicable") == 0)
		missing.state = VALUE_NOT_APPLICABLE;
	series->missing = arena_grow(arena, series->missing, series->missing_count,
				     &series->missing_capacity, sizeof(*series->missing));
	series->missing[series->missing_count++] = missing;
}

static void plan_rules(struct arena *arena, struct source_plan *plan, struct series_plan *series,
		       int number, struct diag_list *diags)
{
	add_filters(arena, plan, series, number, diags);
	for (size_t i = 0; i < plan->source->rule_count; i++) {
		const struct source_rule *rule = &plan->source->rules[i];

		if (rule->series != number)
			continue;
		switch (rule->kind) {
		case SOURCE_MAP:
		case SOURCE_SET:
			add_role(arena, plan, series, rule, diags);
			break;
		case SOURCE_LABEL:
			add_label(arena, series, rule);
			break;
		case SOURCE_MISSING:
			add_missing(arena, series, rule->value.text, rule->to.text);
			break;
		}
	}
}

void mapping_add_labels(struct arena *arena, const struct source_spec *source,
			struct series_plan *series)
{
	for (size_t i = 0; i < source->rule_count; i++)
		if (source->rules[i].kind == SOURCE_LABEL)
			add_label(arena, series, &source->rules[i]);
	add_missing(arena, series, "", "not-available");
}

bool mapping_plan(struct arena *arena, const struct source_spec *source, struct csv_reader *reader,
		  struct source_plan *plan, struct diag_list *diags)
{
	size_t errors = diag_errors(diags);

	*plan = (struct source_plan){ .source = source, .reader = reader };
	if (refuse_header(arena, plan, diags))
		return false;
	plan->series_count = source->series_count == 0 ? 1 : (size_t)source->series_count;
	plan->series = arena_array(arena, plan->series_count, sizeof(*plan->series));
	for (size_t i = 0; i < plan->series_count; i++) {
		struct series_plan *series = &plan->series[i];

		if (source->series_count > 0)
			plan_rules(arena, plan, series, (int)i, diags);
		plan_rules(arena, plan, series, -1, diags);
		/* The shorthand of the Government Analysis Function needs no declaration. */
		add_missing(arena, series, "[c]", "suppressed");
		add_missing(arena, series, "[x]", "not-available");
		add_missing(arena, series, "[z]", "not-applicable");
		add_missing(arena, series, VALUE_ROUNDED, "rounds-to-zero");
		add_missing(arena, series, "[low]", "rounds-to-zero"); /* as older files have it */
		add_missing(arena, series, "", "not-available");
	}
	return diag_errors(diags) == errors;
}

static struct csv_cell cell_of(const struct csv_record *record, int column)
{
	return column < 0 || (size_t)column >= record->count ? (struct csv_cell){ .text = "" }
							     : csv_trim(record->cells[column]);
}

bool mapping_takes(const struct series_plan *series, const struct csv_record *record)
{
	for (size_t i = 0; i < series->filter_count; i++)
		if (!filter_takes(&series->filters[i], record))
			return false;
	return true;
}

const char *mapping_text(const struct series_plan *series, const struct csv_record *record,
			 enum data_role role, char buffer[MAPPED_TEXT_MOST], bool *whole)
{
	const struct mapped_role *mapped = &series->roles[role];
	const char *text = mapped->constant;
	int label;

	*whole = true;
	if (!mapped->known)
		return NULL;
	if (mapped->column >= 0) {
		struct csv_cell cell = cell_of(record, mapped->column);
		size_t length = encoding_cut(cell.text, cell.length, MAPPED_TEXT_MOST - 1);

		*whole = length == cell.length;
		memcpy(buffer, cell.text, length);
		buffer[length] = '\0';
		text = buffer;
	}
	label = series->labels[role] == NULL ? STRING_INDEX_NONE
					     : string_index_find(series->labels[role], text);
	return label == STRING_INDEX_NONE ? text : series->label_texts[label];
}

struct location mapping_location(const struct source_plan *plan, const struct series_plan *series,
				 const struct csv_record *record, enum data_role role)
{
	const struct mapped_role *mapped = &series->roles[role];

	if (plan->reader == NULL)
		return plan->place;
	if (!mapped->known || mapped->column < 0 || (size_t)mapped->column >= record->count)
		return csv_location(plan->reader, record->offset);
	return csv_cell_location(plan->reader, &record->cells[mapped->column]);
}

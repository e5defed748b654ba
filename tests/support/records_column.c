#include "support/records_column.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "support/fixture_place.h"
#include "support/messages.h"
#include "support/program.h"

const struct count_query *query_of(const char *column)
{
	static const int by[] = { 0 };
	static const struct count_grouping grouping = { .values = by, .value_count = 1 };
	static const struct count_measure measure = { .kind = COUNT_EVENTS,
						      .value = VALUE_NONE,
						      .condition = CONDITION_NONE };
	struct count_value *value = arena_alloc(arena, sizeof(*value));
	struct count_query *query = arena_alloc(arena, sizeof(*query));

	*value = (struct count_value){
		.kind = VALUE_COLUMN, .name = column, .from = VALUE_NONE, .until = VALUE_NONE
	};
	*query = (struct count_query){ .values = value,
				       .value_count = 1,
				       .taken = CONDITION_NONE,
				       .measures = &measure,
				       .measure_count = 1,
				       .groupings = &grouping,
				       .grouping_count = 1 };
	return query;
}

struct count_place file_of(const char *bytes, size_t length)
{
	const char *path = workplace_path(&place, "records.csv");

	file_write(path, bytes, length);
	return (struct count_place){ .path = path, .shown_path = "records.csv" };
}

const char *counted_with(struct records_options options, struct count_place file,
			 const char *column)
{
	struct diag_list *list = diag_list_new(arena);
	struct count_result result;
	struct buffer out;

	if (!records_count(&options, arena, query_of(column), &file, &result, list))
		return messages_text(arena, list);
	buffer_init(&out);
	for (size_t i = 0; i < result.groupings[0].count; i++) {
		const struct count_cell *cell = &result.groupings[0].items[i];

		buffer_printf(&out, "%s%s=%zu@%zu", i == 0 ? "" : " ",
			      cell->texts[0] == NULL ? "-" : cell->texts[0], (size_t)cell->rows,
			      (size_t)cell->line);
	}
	return buffer_finish(&out, arena);
}

const char *many_rows(size_t rows, size_t *length)
{
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "sex,n\n");
	for (size_t i = 0; i < rows; i++)
		buffer_printf(&text, "%s,%zu\n", i % 3 == 0 ? "F" : "M", i * 7919);
	*length = text.length;
	return buffer_finish(&text, arena);
}

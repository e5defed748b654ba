#include "data/standard_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "data/standard_bands.h"

/* The row of a standard in standards.csv; row_count when it has none. */
static size_t find_name(const struct table *names, const char *standard)
{
	size_t row = 0;

	while (row < names->row_count && strcmp(table_cell(names, row, 0), standard) != 0)
		row++;
	return row;
}

static bool same_scheme(const struct table *table, size_t a, size_t b)
{
	return strcmp(table_cell(table, a, 0), table_cell(table, b, 0)) == 0 &&
	       strcmp(table_cell(table, a, 1), table_cell(table, b, 1)) == 0;
}

/* The rows of one scheme stand together. */
static size_t read_scheme(struct standard_reader *reader, struct reference *reference,
			  const struct table *names, const struct table *table, size_t begin)
{
	size_t end = begin, name = find_name(names, table_cell(table, begin, 0));
	struct standard_population standard = { .name = table_cell(table, begin, 0),
						.scheme = table_cell(table, begin, 1) };

	for (; end < table->row_count && same_scheme(table, begin, end); end++) {
		struct standard_band band;

		if (standard_read_ages(reader, table, end, 2, 3, &band) &&
		    standard_read_number(reader, table, end, 4, &band.weight))
			standard_add_row(reader, band, table_location(table, end, 2));
	}
	if (name == names->row_count) {
		standard_fault(reader, table_location(table, begin, 0),
			       arena_printf(reader->arena, "\"%s\" is not in standards.csv",
					    standard.name),
			       NULL);
	} else {
		standard.label = table_cell(names, name, 1);
		standard.source = table_cell(names, name, 2);
	}
	standard_finish(reader, reference, standard, table_location(table, begin, 0));
	return end;
}

void standards_read(struct arena *arena, const char *folder, struct reference *reference,
		    struct diag_list *diags)
{
	static const char *const name_columns[] = { "standard", "label", "source" };
	static const char *const columns[] = { "standard", "scheme", "lower", "upper", "weight" };
	struct standard_reader reader = { .arena = arena,
					  .diags = diags,
					  .code = DIAG_REFERENCE_ROW };
	const struct table *names = table_read(arena, path_join(arena, folder, "standards.csv"),
					       (struct location){ 0 }, name_columns, 3, 3, diags);
	const struct table *table =
		table_read(arena, path_join(arena, folder, "standard-populations.csv"),
			   (struct location){ 0 }, columns, 5, 5, diags);

	for (size_t row = 0; names != NULL && table != NULL && row < table->row_count;)
		row = read_scheme(&reader, reference, names, table, row);
}

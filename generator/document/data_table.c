#include "document/data_table.h"

#include "base/buffer.h"
#include "base/csv_write.h"
#include "base/number.h"

const struct data_cell *data_cell_at(const struct data_table *table, size_t row, size_t column)
{
	return &table->cells[row * table->column_count + column];
}

const struct data_table *data_table_of(const struct data_tables *tables, const struct node *node)
{
	for (size_t i = 0; tables != NULL && i < tables->count; i++)
		if (tables->items[i].node == node)
			return &tables->items[i];
	return NULL;
}

static void add_cell(const struct data_table *table, size_t row, size_t column, struct buffer *out)
{
	const struct data_cell *cell = data_cell_at(table, row, column);
	char number[NUMBER_TEXT_MAX];

	if (cell->is_number) {
		number_shortest(cell->number, number);
		buffer_add_text(out, number);
	} else if (table->columns[column].type != DATA_NUMBER || table->is_printed) {
		csv_add_text(out, cell->text);
	}
}

void data_table_csv(const struct data_table *table, struct buffer *out)
{
	for (size_t row = 0; row <= table->row_count; row++) {
		for (size_t i = 0; i < table->column_count; i++) {
			if (i > 0)
				buffer_add_char(out, ',');
			if (row == 0)
				csv_add_text(out, table->columns[i].name);
			else
				add_cell(table, row - 1, i, out);
		}
		buffer_add_text(out, "\r\n");
	}
}

#include "base/csv_write.h"

#include <criterion/criterion.h>

#include "base/buffer.h"

Test(csv_write, quotes_cells_that_need_it_and_no_others)
{
	struct buffer out;

	buffer_init(&out);
	csv_add_text(&out, "plain; text");
	csv_add_cell(&out, "one, two");
	csv_add_cell(&out, "a \"word\"");
	csv_add_cell(&out, "two\nlines");
	csv_add_cell(&out, "");
	cr_expect_str_eq(buffer_text(&out),
			 "plain; text,\"one, two\",\"a \"\"word\"\"\",\"two\nlines\",");
	buffer_clear(&out);
}

Test(csv_write, leaves_cells_of_unknown_numbers_empty)
{
	struct buffer out;

	buffer_init(&out);
	csv_add_number(&out, true, 0.1);
	csv_add_number(&out, false, 5);
	csv_add_number(&out, true, 0);
	cr_expect_str_eq(buffer_text(&out), ",0.1,,0");
	buffer_clear(&out);
}

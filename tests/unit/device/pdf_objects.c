/* The table of objects of a PDF file. */

#include "device/pdf_objects.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"

/* Objects 1 and 3 stand at 9 and 25; 2 is in the table, with the place of 1, but nowhere in the file. */
#define FILE_HEAD "%PDF-1.5\n1 0 obj\n2\nendobj\n"
#define FILE_BODY "3 0 obj\n4\nendobj\n"
#define TABLE(second)                                                                              \
	"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n" second "0000000026 00000 n \n"     \
	"trailer\n<< >>\nstartxref\n43\n%%EOF\n"

static void check(const char *before, const char *after)
{
	struct buffer file;

	buffer_init(&file);
	buffer_add_text(&file, before);
	pdf_free_missing_objects(&file);
	cr_expect_str_eq(buffer_text(&file), after);
	buffer_clear(&file);
}

Test(pdf_objects, frees_entries_of_objects_that_are_not_there)
{
	check(FILE_HEAD FILE_BODY TABLE("0000000009 00000 n \n"),
	      FILE_HEAD FILE_BODY TABLE("0000000000 65535 f \n"));
	check(FILE_HEAD FILE_BODY TABLE("9999999999 00000 n \n"),
	      FILE_HEAD FILE_BODY TABLE("0000000000 65535 f \n"));
}

Test(pdf_objects, leaves_a_whole_file_and_a_file_without_a_table_as_they_are)
{
	check(FILE_HEAD FILE_BODY TABLE("0000000000 65535 f \n"),
	      FILE_HEAD FILE_BODY TABLE("0000000000 65535 f \n"));
	check("", "");
	check("%PDF-1.7\nstartxref\n5\n%%EOF\n", "%PDF-1.7\nstartxref\n5\n%%EOF\n");
	check("%PDF-1.7\nstartxref\n99\n%%EOF\n", "%PDF-1.7\nstartxref\n99\n%%EOF\n");
	check("xref\n0 900\nstartxref\n0\n", "xref\n0 900\nstartxref\n0\n");
}

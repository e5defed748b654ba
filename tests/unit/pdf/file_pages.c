#include "pdf/file_pages.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "support/fixture.h"
#include "support/pdf_made.h"

TestSuite(pdf_pages, .init = fixture_set_up, .fini = fixture_tear_down);

static void check_slice(struct pdf_slice slice, const char *wanted)
{
	cr_expect(slice.length == strlen(wanted) && memcmp(slice.bytes, wanted, slice.length) == 0,
		  "\"%.*s\" instead of \"%s\"", (int)slice.length, slice.bytes, wanted);
}

static void check_content(const struct pdf_file *file, size_t page, const char *wanted)
{
	const char *fault = NULL;
	struct buffer out;

	buffer_init(&out);
	cr_assert(pdf_file_page_content(file, page, &out, &fault), "%s", fault);
	cr_expect_str_eq(buffer_text(&out), wanted);
	buffer_clear(&out);
}

Test(pdf_pages, gives_pages_in_the_order_of_their_tree_with_what_they_inherit)
{
	struct pdf_made *made = made_new();
	struct pdf_file *file;

	made_object(made, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	made_object(made, 2,
		    "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /MediaBox [0 0 1 1] /Tabs /S >>");
	made_object(made, 3, "<< /Type /Page /Parent 2 0 R /Name (first) >>");
	made_object(made, 4, "<< /Type /Pages /Parent 2 0 R /Kids 8 0 R /Resources << /A 1 >> >>");
	made_object(made, 5, "<< /Type /Page /Parent 2 0 R /Name (last) /MediaBox [0 0 2 2] >>");
	made_object(made, 6, "<< /Type /Page /Parent 4 0 R /Name (second) >>");
	made_object(made, 7, "<< /Type /Page /Parent 4 0 R /Name (third) >>");
	made_object(made, 8, "[6 0 R 7 0 R]");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	cr_assert_eq(pdf_file_page_count(file), 4);
	cr_expect_eq(pdf_file_page(file, 1), 6);
	check_slice(pdf_file_page_entry(file, 0, "Name"), "(first)");
	check_slice(pdf_file_page_entry(file, 1, "Name"), "(second)");
	check_slice(pdf_file_page_entry(file, 2, "Name"), "(third)");
	check_slice(pdf_file_page_entry(file, 3, "Name"), "(last)");
	check_slice(pdf_file_page_entry(file, 2, "MediaBox"), "[0 0 1 1]");
	check_slice(pdf_file_page_entry(file, 3, "MediaBox"), "[0 0 2 2]");
	check_slice(pdf_file_page_entry(file, 2, "Resources"), "<< /A 1 >>");
	check_slice(pdf_file_page_entry(file, 0, "Resources"), "");
	check_slice(pdf_file_page_entry(file, 0, "Tabs"), "");
	made_free(made);
}

static void check_tree_refused(const char *pages, const char *page, const char *wanted)
{
	struct pdf_made *made = made_new();

	made_object(made, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	made_object(made, 2, pages);
	made_object(made, 3, page);
	made_table(made, "/Root 1 0 R");
	made_check_refused(made, wanted);
}

Test(pdf_pages, refuses_trees_of_pages_that_are_damaged)
{
	static const char damaged[] = "the tree of pages is damaged";

	check_tree_refused("<< /Kids [3 0 R] >>", "<< /Kids [2 0 R] >>", damaged);
	check_tree_refused("<< /Kids [2 0 R] >>", "<< >>", damaged);
	check_tree_refused("<< /Kids [3 0 R 3 0 R] >>", "<< >>", damaged);
	check_tree_refused("<< /Kids [9 0 R] >>", "<< >>", damaged);
	check_tree_refused("<< /Kids [8388607 0 R] >>", "<< >>", damaged);
	check_tree_refused("<< /Kids [<< >>] >>", "<< >>", damaged);
	check_tree_refused("<< /Kids [3 0 R] >>", "(a page)", damaged);
	check_tree_refused("<< /Kids [] >>", "<< >>", "the file has no pages");
}

Test(pdf_pages, reads_pages_whose_parents_lead_in_a_ring)
{
	struct pdf_made *made = made_new();

	made_object(made, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	made_object(made, 2, "<< /Type /Pages /Kids [3 0 R] /Parent 3 0 R >>");
	made_object(made, 3, "<< /Type /Page /Parent 2 0 R >>");
	made_table(made, "/Root 1 0 R");
	check_slice(pdf_file_page_entry(made_read(made), 0, "MediaBox"), "");
	made_free(made);
}

Test(pdf_pages, joins_the_streams_of_a_content)
{
	struct pdf_made *made = made_new();
	struct pdf_file *file;
	struct buffer out;
	const char *fault = NULL;

	made_object(made, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	made_object(made, 2, "<< /Type /Pages /Kids [3 0 R 6 0 R 7 0 R 9 0 R] >>");
	made_object(made, 3, "<< /Type /Page /Contents [4 0 R 5 0 R] >>");
	made_stream(made, 4, "", "q", 1);
	made_stream(made, 5, "", "Q", 1);
	made_object(made, 6, "<< /Type /Page >>");
	made_object(made, 7, "<< /Type /Page /Contents 8 0 R >>");
	made_object(made, 8, "[5 0 R]");
	made_object(made, 9, "<< /Type /Page /Contents [4 0 R 10 0 R] >>");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	check_content(file, 0, "q\nQ\n");
	check_content(file, 1, "");
	check_content(file, 2, "Q\n");
	buffer_init(&out);
	cr_expect_not(pdf_file_page_content(file, 3, &out, &fault));
	cr_expect_str_eq(fault, "a stream is missing");
	cr_expect_eq(out.length, 0, "nothing of it is left");
	buffer_clear(&out);
	made_free(made);
}

#include "pdf/cross_reference.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/deflate.h"
#include "support/fixture.h"
#include "support/pdf_made.h"

TestSuite(pdf_cross_reference, .init = fixture_set_up, .fini = fixture_tear_down);

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

/* -- tables ---------------------------------------------------------------------------------------- */

Test(pdf_cross_reference, reads_the_newest_of_objects_written_twice)
{
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *file;
	char trailer[100];
	size_t first;

	made_object(made, 5, "(old)");
	made_object(made, 6, "(kept)");
	first = made_table(made, "/Root 1 0 R");
	made_object(made, 5, "(new)");
	snprintf(trailer, sizeof(trailer), "/Root 1 0 R /Prev %zu", first);
	made_table(made, trailer);
	file = made_read(made);
	check_slice(pdf_file_object(file, 5), "(new)");
	check_slice(pdf_file_object(file, 6), "(kept)");
	made_free(made);
}

Test(pdf_cross_reference, takes_an_object_for_missing_that_was_deleted)
{
	struct pdf_made *made = made_page("q Q");
	size_t first, second;

	made_object(made, 5, "(old)");
	first = made_table(made, "/Root 1 0 R");
	second = made->bytes.length;
	buffer_printf(&made->bytes,
		      "xref\n5 1\n0000000000 00001 f \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %zu "
		      ">>\n",
		      first);
	made_start(made, second);
	check_slice(pdf_file_object(made_read(made), 5), "");
	made_free(made);
}

Test(pdf_cross_reference, passes_over_objects_beyond_the_size_of_the_file)
{
	struct pdf_made *made = made_page("q Q");
	size_t at = made->bytes.length;

	buffer_printf(&made->bytes, "xref\n0 6\n0000000000 65535 f \n");
	for (int i = 1; i < 5; i++)
		buffer_printf(&made->bytes, "%010zu 00000 n \n", made->offsets[i]);
	buffer_printf(&made->bytes,
		      "%010zu 00000 n \n90 1\n0000000000 00000 n \ntrailer << /Size 5 /Root 1 0 R "
		      ">>\n",
		      made->offsets[4]);
	made_start(made, at);
	check_slice(pdf_file_object(made_read(made), 5), "");
	made_free(made);
}

Test(pdf_cross_reference, takes_an_object_of_another_generation_for_missing)
{
	struct pdf_made *made = made_page("q Q");

	made->offsets[5] = made->bytes.length;
	made->fresh[5] = true;
	buffer_add_text(&made->bytes, "5 1 obj (five) endobj\n");
	made_table(made, "/Root 1 0 R");
	check_slice(pdf_file_object(made_read(made), 5), "");
	made_free(made);
}

/* -- cross-reference streams and object streams ------------------------------------------------------- */

/* A file whose objects 1 to 3 are packed in 5; 4 is the content and 6 the cross-reference stream. */
static struct pdf_made *packed_file(const char *stream_entries, const char *rows, size_t length)
{
	static const char objects[] = "1 0 2 34 3 76 << /Type /Catalog /Pages 2 0 R >>\n"
				      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>\n"
				      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Marks [9] >>";
	struct pdf_made *made = made_new();
	struct buffer packed;

	buffer_init(&packed);
	deflate_pack(objects, strlen(objects), 6, &packed);
	made_stream(made, 4, "", "q Q", 3);
	made_stream(made, 5, "/Type /ObjStm /N 3 /First 14 /Filter /FlateDecode", packed.bytes,
		    packed.length);
	buffer_clear(&packed);
	made_stream(made, 6, stream_entries, rows, length);
	made_start(made, made->offsets[6]);
	return made;
}

/* Where the objects stand: a header of 9 bytes, then 53 of object 4. */
enum { OFFSET_4 = 9, OFFSET_5 = 9 + 53 };

static void check_packed_file(struct pdf_made *made)
{
	struct pdf_file *file;

	cr_assert_eq(made->offsets[4], OFFSET_4);
	cr_assert_eq(made->offsets[5], OFFSET_5);
	file = made_read(made);
	cr_expect_eq(pdf_file_page_count(file), 1);
	check_slice(pdf_file_page_entry(file, 0, "Marks"), "[9]");
	check_content(file, 0, "q Q\n");
	made_free(made);
}

Test(pdf_cross_reference, reads_cross_reference_streams_of_any_widths)
{
	static const char narrow[] = { 0, 0, 0, 2, 5,        0, 2, 5,        1,
				       2, 5, 2, 1, OFFSET_4, 0, 1, OFFSET_5, 0 };
	static const char wide[] = {
		0, 0, 0, 0, 0, 0,        0, 0, 0, //
		0, 2, 0, 0, 0, 5,        0, 0, 0, //
		0, 2, 0, 0, 0, 5,        0, 0, 1, //
		0, 2, 0, 0, 0, 5,        0, 0, 2, //
		0, 1, 0, 0, 0, OFFSET_4, 0, 0, 0, //
		0, 1, 0, 0, 0, OFFSET_5, 0, 0, 0,
	};

	check_packed_file(
		packed_file("/Type /XRef /Size 7 /W [1 1 1] /Root 1 0 R", narrow, sizeof(narrow)));
	check_packed_file(
		packed_file("/Type /XRef /Size 7 /W [2 4 3] /Root 1 0 R", wide, sizeof(wide)));
}

Test(pdf_cross_reference, reads_cross_reference_streams_with_an_index)
{
	static const char rows[] = { 1, OFFSET_4, 0, 1, OFFSET_5, 0, 2, 5, 0, 2, 5, 1, 2, 5, 2 };

	check_packed_file(packed_file("/Type /XRef /Size 7 /W [1 1 1] /Index [4 2 1 3] /Root 1 0 R",
				      rows, sizeof(rows)));
}

Test(pdf_cross_reference, reads_cross_reference_streams_with_a_predictor)
{
	/* Rows of "narrow" above as differences from the row before. */
	static const char rows[] = { 2,
				     0,
				     0,
				     0,
				     2,
				     2,
				     5,
				     0,
				     2,
				     0,
				     0,
				     1,
				     2,
				     0,
				     0,
				     1,
				     2,
				     -1,
				     OFFSET_4 - 5,
				     -2,
				     2,
				     0,
				     OFFSET_5 - OFFSET_4,
				     0 };
	struct buffer packed;

	buffer_init(&packed);
	deflate_pack(rows, sizeof(rows), 6, &packed);
	check_packed_file(packed_file("/Type /XRef /Size 7 /W [1 1 1] /Root 1 0 R /Filter "
				      "/FlateDecode /DecodeParms << /Predictor 12 /Columns 3 >>",
				      packed.bytes, packed.length));
	buffer_clear(&packed);
}

Test(pdf_cross_reference, takes_objects_without_a_kind_for_unpacked_ones)
{
	struct pdf_made *made = made_page("q Q");
	char rows[5] = { 0 };

	for (int i = 1; i < 5; i++)
		rows[i] = (char)made->offsets[i];
	cr_assert_lt(made->offsets[4], 256);
	made_stream(made, 5, "/Type /XRef /Size 6 /W [0 1 0] /Root 1 0 R", rows, sizeof(rows));
	made_start(made, made->offsets[5]);
	check_content(made_read(made), 0, "q Q\n");
	made_free(made);
}

Test(pdf_cross_reference, takes_packed_objects_at_a_wrong_place_for_missing)
{
	static const char rows[] = { 0, 0, 0, 2, 5,        0, 2, 5,        2,
				     2, 5, 1, 1, OFFSET_4, 0, 1, OFFSET_5, 0 };

	made_check_refused(
		packed_file("/Type /XRef /Size 7 /W [1 1 1] /Root 1 0 R", rows, sizeof(rows)),
		"the tree of pages is damaged");
}

Test(pdf_cross_reference, refuses_cross_reference_streams_that_are_damaged)
{
	static const char rows[] = { 0, 0, 0, 2, 5, 0 };
	static const char damaged[] = "the stream of cross-references is damaged";

	made_check_refused(packed_file("/Type /XRef /Size 7 /W [1 1] /Root 1 0 R", rows, 6),
			   damaged);
	made_check_refused(packed_file("/Type /XRef /Size 7 /W [0 0 0] /Root 1 0 R", rows, 6),
			   damaged);
	made_check_refused(packed_file("/Type /XRef /Size 7 /W [1 9 1] /Root 1 0 R", rows, 6),
			   damaged);
	made_check_refused(packed_file("/Type /XRef /Size 7 /Root 1 0 R", rows, 6), damaged);
	made_check_refused(packed_file("/Type /Ref /Size 7 /W [1 1 1] /Root 1 0 R", rows, 6),
			   "no cross-references stand where the file says");
	made_check_refused(
		packed_file("/Type /XRef /Size 7 /W [1 1 1] /Index [0 -1] /Root 1 0 R", rows, 6),
		"the index of the cross-references is damaged");
	made_check_refused(packed_file("/Type /XRef /Size 7 /W [1 1 1] /Root 1 0 R /Filter "
				       "/FlateDecode",
				       rows, 6),
			   "the packed data are damaged");
	made_check_refused(packed_file("/Type /XRef /Size 7 /W [1 1 1] /Root 1 0 R", rows, 6),
			   "the tree of pages is damaged");
}

Test(pdf_cross_reference, reads_what_a_table_hides_from_old_readers)
{
	struct pdf_made *made = made_page("q Q");
	static const char head[] = "6 0 << /Hidden true >>";
	char rows[] = { 2, 5, 0 };
	char trailer[100];

	made_stream(made, 5, "/Type /ObjStm /N 1 /First 4", head, strlen(head));
	made_stream(made, 7, "/Type /XRef /Size 8 /W [1 1 1] /Index [6 1]", rows, sizeof(rows));
	snprintf(trailer, sizeof(trailer), "/Root 1 0 R /XRefStm %zu", made->offsets[7]);
	made_table(made, trailer);
	check_slice(pdf_file_object(made_read(made), 6), "<< /Hidden true >>");
	made_free(made);
}

/* The length of an object stream must not stand in one, least of all in itself. */
Test(pdf_cross_reference, ends_when_an_object_stream_needs_itself)
{
	struct pdf_made *made = made_page("q Q");
	size_t at;
	char rows[3 * 8] = { 0 };

	made->offsets[5] = made->bytes.length;
	buffer_add_text(&made->bytes, "5 0 obj << /Type /ObjStm /N 1 /First 4 /Length 6 0 R >>\n"
				      "stream\n6 0 6\nendstream endobj\n");
	for (int i = 1; i < 6; i++) {
		rows[3 * i] = 1;
		rows[3 * i + 1] = (char)(made->offsets[i] >> 8);
		rows[3 * i + 2] = (char)made->offsets[i];
	}
	rows[18] = 2;
	rows[20] = 5;
	at = made->bytes.length;
	made_stream(made, 7, "/Type /XRef /Size 8 /W [1 2 0] /Root 1 0 R", rows, sizeof(rows));
	made_start(made, at);
	check_slice(pdf_file_object(made_read(made), 6), "");
	made_free(made);
}

/* -- what is refused as a whole --------------------------------------------------------------------- */

static struct pdf_made *ending(const char *text)
{
	struct pdf_made *made = made_page("q Q");
	size_t at = made->bytes.length;

	buffer_add_text(&made->bytes, text);
	made_start(made, at);
	return made;
}

Test(pdf_cross_reference, refuses_tables_that_are_damaged)
{
	static const char table[] = "the table of objects is damaged";
	static const char trailer[] = "the trailer is damaged";
	static const char size[] = "the trailer tells no sound number of objects";

	made_check_refused(ending("xref\n0 1\n0000000000 65535\n"), table);
	made_check_refused(ending("xref\n0 1\n0000000000 65535 x \ntrailer << /Size 1 >>"), table);
	made_check_refused(ending("xref\n0 2\n0000000000 65535 f \ntrailer << /Size 1 >>"), table);
	made_check_refused(ending("xref\n0 -1\ntrailer << /Size 1 >>"), table);
	made_check_refused(ending("xref\n0 99999999999999999999\ntrailer << /Size 1 >>"), table);
	made_check_refused(ending("xref\n0 1\n0000000000 65535 f \nend << /Size 1 >>"),
			   "the table of objects has no trailer");
	made_check_refused(ending("xref\n0 0\ntrailer [ /Size 1 ]"), trailer);
	made_check_refused(ending("xref\n0 0\ntrailer << /Size 1 "), trailer);
	made_check_refused(ending("xref\n0 0\ntrailer << >>"), size);
	made_check_refused(ending("xref\n0 0\ntrailer << /Size 0 >>"), size);
	made_check_refused(ending("xref\n0 0\ntrailer << /Size 8388607 >>"), size);
	made_check_refused(ending("no table"), "no cross-references stand where the file says");
}

Test(pdf_cross_reference, refuses_files_that_do_not_say_where_their_objects_are)
{
	static const char nowhere[] = "no cross-references stand where the file says";
	static const char silent[] = "the file does not tell where its cross-references are";
	struct pdf_made *made = made_page("q Q");
	const char *fault = NULL;

	made_check_refused(made, silent);
	made = made_page("q Q");
	made_start(made, 99999999);
	made_check_refused(made, nowhere);
	made = made_page("q Q");
	buffer_add_text(&made->bytes, "startxref\n99999999999999999999999\n%%EOF\n");
	made_check_refused(made, silent);
	made = made_page("q Q");
	buffer_add_text(&made->bytes, "startxref\n-1\n%%EOF\n");
	made_check_refused(made, silent);
	cr_expect_null(pdf_file_read(arena, "", 0, &fault));
	cr_expect_str_eq(fault, "this is no PDF file");
	cr_expect_null(pdf_file_read(arena, "<html></html>", 13, &fault));
	cr_expect_str_eq(fault, "this is no PDF file");
}

Test(pdf_cross_reference, refuses_sections_that_lead_in_a_ring)
{
	struct pdf_made *made = made_page("q Q");
	char trailer[100];

	snprintf(trailer, sizeof(trailer), "/Root 1 0 R /Prev %zu", made->bytes.length);
	made_table(made, trailer);
	made_check_refused(made, "the cross-references lead in a ring");
}

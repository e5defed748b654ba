#include "pdf/file.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/deflate.h"
#include "support/fixture.h"
#include "support/pdf_made.h"

TestSuite(pdf_file, .init = fixture_set_up, .fini = fixture_tear_down);

static void check_slice(struct pdf_slice slice, const char *wanted)
{
	cr_expect(slice.length == strlen(wanted) && memcmp(slice.bytes, wanted, slice.length) == 0,
		  "\"%.*s\" instead of \"%s\"", (int)slice.length, slice.bytes, wanted);
}

/* -- files of cairo ------------------------------------------------------------------------------ */

Test(pdf_file, finds_all_objects_and_pages_of_both_versions_of_cairo)
{
	static const struct {
		const char *name;
		size_t pages;
		int objects; /* the first number there is no object of */
	} files[] = { { "strokes-1.16.pdf", 1, 35 },       { "strokes-1.18.pdf", 1, 41 },
		      { "links-1.16.pdf", 2, 38 },         { "links-1.18.pdf", 2, 45 },
		      { "empty-markers-1.18.pdf", 4, 60 }, { "pages-1.18.pdf", 8, 189 } };

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		struct buffer bytes = made_fixture(files[i].name);
		const char *fault = NULL;
		struct pdf_file *file = pdf_file_read(arena, bytes.bytes, bytes.length, &fault);

		cr_assert_not_null(file, "%s: %s", files[i].name, fault);
		cr_expect_eq(pdf_file_page_count(file), files[i].pages, "%s", files[i].name);
		for (int number = 1; number < files[i].objects; number++)
			cr_expect_gt(pdf_file_object(file, number).length, 0, "%s: object %d",
				     files[i].name, number);
		cr_expect_eq(pdf_file_object(file, files[i].objects).length, 0);
		for (size_t page = 0; page < files[i].pages; page++)
			check_slice(pdf_file_page_entry(file, page, "Type"), "/Page");
		buffer_clear(&bytes);
	}
}

Test(pdf_file, unpacks_every_stream_of_both_versions_of_cairo)
{
	static const char *const names[] = { "strokes-1.16.pdf", "strokes-1.18.pdf",
					     "links-1.18.pdf" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct buffer bytes = made_fixture(names[i]), out;
		const char *fault = NULL;
		struct pdf_file *file = pdf_file_read(arena, bytes.bytes, bytes.length, &fault);
		int streams = 0;

		buffer_init(&out);
		for (int number = 1; number < 45; number++)
			if (pdf_file_has_stream(file, number)) {
				cr_expect(pdf_file_stream(file, number, &out, &fault), "%s: %d: %s",
					  names[i], number, fault);
				streams++;
			}
		cr_expect_gt(streams, 4, "%s", names[i]);
		buffer_clear(&out);
		buffer_clear(&bytes);
	}
}

Test(pdf_file, takes_an_object_for_missing_whose_entry_leads_to_another)
{
	struct buffer bytes = made_fixture("artifact-1.18.pdf");
	const char *fault = NULL;
	struct pdf_file *file = pdf_file_read(arena, bytes.bytes, bytes.length, &fault);

	cr_assert_not_null(file, "%s", fault);
	cr_expect_eq(pdf_file_object(file, 4).length, 0);
	cr_expect_gt(pdf_file_object(file, 7).length, 0);
	cr_expect_not(pdf_file_has_stream(file, 4));
	buffer_clear(&bytes);
}

/* Whatever is missing at the end, something is told and nothing else is read. */
Test(pdf_file, reads_no_file_that_is_cut_off)
{
	static const char *const names[] = { "links-1.16.pdf", "links-1.18.pdf" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct buffer bytes = made_fixture(names[i]);

		for (size_t length = 0; length + 10 < bytes.length; length += 7) {
			char *part = malloc(length + 1);
			const char *fault = NULL;

			memcpy(part, bytes.bytes, length);
			cr_expect_null(pdf_file_read(arena, part, length, &fault), "%s: %zu",
				       names[i], length);
			cr_expect_not_null(fault);
			free(part);
		}
		buffer_clear(&bytes);
	}
}

/* -- objects ------------------------------------------------------------------------------------- */

Test(pdf_file, follows_references_and_keeps_them_when_asked)
{
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *file;
	struct pdf_slice dictionary;

	made_object(
		made, 5,
		"<< /A 6 0 R /B 7 0 R /C 99 0 R /D null /E 8 0 R /F [6 0 R] /G 6 1 R /#48 1 >>");
	made_object(made, 6, "(six)");
	made_object(made, 7, "6 0 R");
	made_object(made, 8, "null");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	dictionary = pdf_file_object(file, 5);
	check_slice(pdf_entry(file, dictionary, "A"), "(six)");
	check_slice(pdf_entry_raw(file, dictionary, "A"), "6 0 R");
	check_slice(pdf_entry(file, dictionary, "B"), "(six)");
	check_slice(pdf_entry(file, dictionary, "C"), "");
	check_slice(pdf_entry(file, dictionary, "D"), "");
	check_slice(pdf_entry(file, dictionary, "E"), "");
	check_slice(pdf_entry(file, dictionary, "F"), "[6 0 R]");
	check_slice(pdf_entry(file, dictionary, "G"), "");
	check_slice(pdf_entry(file, dictionary, "H"), "1");
	check_slice(pdf_entry(file, pdf_text("5 0 R"), "H"), "1");
	check_slice(pdf_file_object(file, -1), "");
	check_slice(pdf_file_object(file, 1000000), "");
	made_free(made);
}

Test(pdf_file, ends_references_that_lead_in_a_ring)
{
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *file;

	made_object(made, 5, "6 0 R");
	made_object(made, 6, "5 0 R");
	made_object(made, 7, "7 0 R");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	check_slice(pdf_file_resolve(file, pdf_text("5 0 R")), "");
	check_slice(pdf_file_resolve(file, pdf_text("7 0 R")), "");
	check_slice(pdf_entry(file, pdf_text("5 0 R"), "A"), "");
	made_free(made);
}

/* -- streams ------------------------------------------------------------------------------------- */

Test(pdf_file, finds_the_length_of_a_stream_in_another_object)
{
	struct pdf_made *made = made_page("q Q");
	const char *fault = NULL;
	struct pdf_file *file;
	struct buffer out;

	made->offsets[5] = made->bytes.length;
	made->fresh[5] = true;
	buffer_add_text(&made->bytes,
			"5 0 obj << /Length 6 0 R >> stream\r\nendstream is in it\r\nendstream\n");
	made_object(made, 6, "18");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	buffer_init(&out);
	cr_assert(pdf_file_stream(file, 5, &out, &fault), "%s", fault);
	cr_expect_str_eq(buffer_text(&out), "endstream is in it");
	buffer_clear(&out);
	made_free(made);
}

static void check_stream_refused(const char *object, const char *wanted)
{
	struct pdf_made *made = made_page("q Q");
	const char *fault = NULL;
	struct buffer out;

	buffer_init(&out);
	made_object(made, 5, object);
	made_object(made, 6, "999999999999");
	made_table(made, "/Root 1 0 R");
	cr_expect_not(pdf_file_stream(made_read(made), 5, &out, &fault), "%s", object);
	cr_expect_str_eq(fault, wanted, "%s: %s", object, fault);
	cr_expect_eq(out.length, 0);
	buffer_clear(&out);
	made_free(made);
}

Test(pdf_file, refuses_streams_that_are_damaged)
{
	static const char length[] = "the length of a stream is wrong";
	static const char missing[] = "a stream is missing";

	check_stream_refused("<< /Length 5 >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length 2 >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length 99999 >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length 99999999999999999999999 >> stream\nq Q\nendstream",
			     length);
	check_stream_refused("<< /Length 9223372036854775807 >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length -1 >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length 6 0 R >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length 5 0 R >> stream\nq Q\nendstream", length);
	check_stream_refused("<< >> stream\nq Q\nendstream", length);
	check_stream_refused("<< /Length 3 >> stream q Q\nendstream", missing);
	check_stream_refused("<< /Length 3 >>", missing);
	check_stream_refused("[3] stream\nq Q\nendstream", missing);
	check_stream_refused("<< /Length 3 /F (other.pdf) >> stream\nq Q\nendstream", missing);
	check_stream_refused("<< /Length 3 /Filter /FlateDecode >> stream\nq Q\nendstream",
			     "the packed data are damaged");
}

Test(pdf_file, bounds_what_a_stream_unpacks_to)
{
	char *zeros = calloc(PDF_UNPACKED_MOST + 1, 1);
	struct pdf_made *made = made_page("q Q");
	const char *fault = NULL;
	struct buffer packed, out;

	buffer_init(&packed);
	buffer_init(&out);
	deflate_pack(zeros, PDF_UNPACKED_MOST + 1, DEFLATE_FASTEST, &packed);
	free(zeros);
	made_stream(made, 5, "/Filter /FlateDecode", packed.bytes, packed.length);
	made_table(made, "/Root 1 0 R");
	cr_expect_not(pdf_file_stream(made_read(made), 5, &out, &fault));
	cr_expect_str_eq(fault, "the packed data are too large");
	buffer_clear(&packed);
	buffer_clear(&out);
	made_free(made);
}

/* -- what is not read ---------------------------------------------------------------------------- */

Test(pdf_file, refuses_encrypted_files)
{
	struct pdf_made *made = made_page("q Q");

	made_table(made, "/Root 1 0 R /Encrypt 4 0 R");
	made_check_refused(made, "the file is encrypted");
}

#include "pdf/writer.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/exit_status.h"
#include "support/fixture.h"
#include "support/pdf_made.h"

static struct buffer out;
static struct pdf_writer *writer;

static void set_up(void)
{
	fixture_set_up();
	buffer_init(&out);
	writer = pdf_writer_new(arena);
}

static void tear_down(void)
{
	buffer_clear(&out);
	fixture_tear_down();
}

TestSuite(pdf_writer, .init = set_up, .fini = tear_down);

static void check_slice(struct pdf_slice slice, const char *wanted)
{
	cr_expect(slice.length == strlen(wanted) && memcmp(slice.bytes, wanted, slice.length) == 0,
		  "\"%.*s\" instead of \"%s\"", (int)slice.length, slice.bytes, wanted);
}

/* Writes catalog, page tree and a page with these entries, and ends the file. */
static struct pdf_file *finish(const char *page_entries)
{
	int catalog = pdf_writer_reserve(writer), pages = pdf_writer_reserve(writer);
	int page = pdf_writer_reserve(writer);
	const char *fault = NULL;
	struct pdf_file *file;

	pdf_writer_object(writer, page,
			  pdf_text(arena_printf(arena,
						"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]"
						"%s>>",
						pages, page_entries)));
	pdf_writer_object(
		writer, pages,
		pdf_text(arena_printf(arena, "<</Type/Pages/Count 1/Kids[%d 0 R]>>", page)));
	pdf_writer_object(writer, catalog,
			  pdf_text(arena_printf(arena, "<</Type/Catalog/Pages %d 0 R>>", pages)));
	pdf_writer_finish(writer, catalog, 0, &out);
	file = pdf_file_read(arena, out.bytes, out.length, &fault);
	cr_assert_not_null(file, "%s", fault);
	cr_assert_eq(pdf_file_page_count(file), 1);
	return file;
}

/* What qpdf says of the file. */
static void check_with_qpdf(void)
{
	char path[] = "/tmp/gradient-writer-XXXXXX";
	int handle = mkstemp(path), status;
	FILE *file = fdopen(handle, "wb");

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(out.bytes, 1, out.length, file), out.length);
	fclose(file);
	status = system(arena_printf(arena, "qpdf --check %s >/dev/null", path));
	unlink(path);
	cr_expect_eq(WEXITSTATUS(status), 0, "qpdf finds faults");
}

Test(pdf_writer, writes_objects_and_streams_that_are_read_again)
{
	int value = pdf_writer_reserve(writer), stream = pdf_writer_reserve(writer);
	int plain = pdf_writer_reserve(writer);
	const char *fault = NULL;
	struct pdf_file *file;
	struct buffer bytes;

	buffer_init(&bytes);
	pdf_writer_object(writer, value, pdf_text("[1 (two) /Three]"));
	pdf_writer_stream(writer, stream, "/Kind/A", pdf_text("1000 M 1000 M 1000 M 1000 M"));
	pdf_writer_stream_as_is(writer, plain, "/Type/Metadata/Subtype/XML", pdf_text("<x/>"));
	file = finish("");
	check_slice(pdf_file_object(file, value), "[1 (two) /Three]");
	check_slice(pdf_entry(file, pdf_file_object(file, stream), "Kind"), "/A");
	cr_assert(pdf_file_stream(file, stream, &bytes, &fault), "%s", fault);
	cr_expect_str_eq(buffer_text(&bytes), "1000 M 1000 M 1000 M 1000 M");
	bytes.length = 0;
	cr_assert(pdf_file_stream(file, plain, &bytes, &fault), "%s", fault);
	cr_expect_str_eq(buffer_text(&bytes), "<x/>");
	cr_expect_not_null(memmem(out.bytes, out.length, "\n<x/>\n", 6), "plain text in the file");
	check_with_qpdf();
	buffer_clear(&bytes);
}

Test(pdf_writer, begins_with_the_version_and_bytes_that_are_no_text)
{
	finish("");
	cr_expect_eq(strncmp(out.bytes, "%PDF-1.7\n%", 10), 0);
	for (int i = 10; i < 14; i++)
		cr_expect_gt((unsigned char)out.bytes[i], 127);
	cr_expect_str_eq(out.bytes + out.length - 6, "%%EOF\n");
}

static size_t count_object_streams(void)
{
	static const char type[] = "/Type/ObjStm";
	const char *at = out.bytes, *end = at + out.length;
	size_t count = 0;

	while ((at = memmem(at, (size_t)(end - at), type, strlen(type))) != NULL) {
		at += strlen(type);
		count++;
	}
	return count;
}

Test(pdf_writer, packs_many_objects_in_several_streams)
{
	enum { OBJECTS = 5000 };
	int numbers[OBJECTS];
	struct pdf_file *file;

	for (int i = 0; i < OBJECTS; i++)
		numbers[i] = pdf_writer_reserve(writer);
	for (int i = OBJECTS - 1; i >= 0; i--)
		pdf_writer_object(writer, numbers[i],
				  pdf_text(arena_printf(arena, "<</Type/StructElem/K %d>>", i)));
	file = finish("");
	for (int i = 0; i < OBJECTS; i++)
		check_slice(pdf_file_object(file, numbers[i]),
			    arena_printf(arena, "<</Type/StructElem/K %d>>", i));
	cr_expect_lt(out.length, OBJECTS * 8, "%zu bytes", out.length);
	cr_expect_geq(count_object_streams(), 2);
	check_with_qpdf();
}

Test(pdf_writer, gives_the_same_bytes_again_with_an_identifier_made_of_them)
{
	struct buffer first;
	struct pdf_slice again, id;

	id = pdf_value_of(pdf_file_trailer(finish("/A 1")), "ID");
	cr_expect_eq(id.length, 2 * 34 + 2);
	cr_expect_eq(memcmp(id.bytes + 1, id.bytes + 35, 34), 0, "both parts are alike");
	first = out;
	buffer_init(&out);
	writer = pdf_writer_new(arena);
	finish("/A 1");
	cr_expect(out.length == first.length && memcmp(out.bytes, first.bytes, out.length) == 0);
	buffer_clear(&out);
	writer = pdf_writer_new(arena);
	again = pdf_value_of(pdf_file_trailer(finish("/A 2")), "ID");
	cr_expect_neq(memcmp(id.bytes, again.bytes, id.length), 0, "another file, another one");
	buffer_clear(&first);
}

Test(pdf_writer, names_the_information_of_the_document_when_there_is_any)
{
	int info = pdf_writer_reserve(writer), catalog = pdf_writer_reserve(writer);

	pdf_writer_object(writer, info, pdf_text("<</Title(Statement)>>"));
	pdf_writer_object(writer, catalog, pdf_text("<</Type/Catalog>>"));
	pdf_writer_finish(writer, catalog, info, &out);
	cr_expect_not_null(memmem(out.bytes, out.length, "/Info 1 0 R", 11));
}

Test(pdf_writer, leaves_numbers_free_that_were_never_written)
{
	int never = pdf_writer_reserve(writer);
	struct pdf_file *file = finish("");

	check_slice(pdf_file_object(file, never), "");
	check_with_qpdf();
}

static void write_twice(void)
{
	int number = pdf_writer_reserve(writer);

	pdf_writer_object(writer, number, pdf_text("1"));
	pdf_writer_object(writer, number, pdf_text("2"));
}

Test(pdf_writer, ends_the_program_when_an_object_is_written_twice,
     .exit_code = EXIT_STATUS_INTERNAL)
{
	fclose(stderr);
	write_twice();
}

/* -- copies -------------------------------------------------------------------------------------- */

Test(pdf_writer, copies_an_object_once_with_all_it_refers_to)
{
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *file, *copied;
	int first, second, ring;

	made_object(made, 5, "<< /Next 6 0 R /Twice [7 0 R 7 0 R] % comment\n /Gone 99 0 R >>");
	made_object(made, 6, "[ 5 0 R 1 0 7 0 R ]");
	made_stream(made, 7, "/Inner << /Length 9 /Back 6 0 R >>", "bytes", 5);
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	first = pdf_writer_copy(writer, file, 5);
	second = pdf_writer_copy(writer, file, 7);
	cr_expect_eq(pdf_writer_copy(writer, file, 5), first);
	cr_expect_eq(first, 1);
	ring = 2;
	cr_expect_eq(second, 3);
	cr_expect_null(pdf_writer_fault(writer));
	copied = finish("");
	check_slice(pdf_file_object(copied, first), "<</Next 2 0 R/Twice[3 0 R 3 0 R]/Gone null>>");
	check_slice(pdf_file_object(copied, ring), "[1 0 R 1 0 3 0 R]");
	check_slice(pdf_entry(copied, pdf_file_object(copied, second), "Inner"),
		    "<</Length 9/Back 2 0 R>>");
	check_slice(pdf_entry(copied, pdf_file_object(copied, second), "Length"), "5");
	check_with_qpdf();
	made_free(made);
}

Test(pdf_writer, copies_streams_as_they_are_packed)
{
	struct buffer bytes = made_fixture("strokes-1.18.pdf");
	const char *fault = NULL;
	struct pdf_file *file = pdf_file_read(arena, bytes.bytes, bytes.length, &fault), *copied;
	struct pdf_slice before, after;
	int image = 0;

	for (int number = 1; image == 0; number++)
		if (pdf_is_name(pdf_entry(file, pdf_file_object(file, number), "Subtype"), "Image"))
			image = number;
	cr_assert(pdf_file_stream_packed(file, image, &before, &fault));
	copied = finish(arena_printf(arena, "/Image %d 0 R", pdf_writer_copy(writer, file, image)));
	image = (int)strtol(
		pdf_entry_raw(copied, pdf_file_object(copied, pdf_file_page(copied, 0)), "Image")
			.bytes,
		NULL, 10);
	cr_assert(pdf_file_stream_packed(copied, image, &after, &fault), "%s", fault);
	cr_expect(after.length == before.length &&
		  memcmp(after.bytes, before.bytes, before.length) == 0);
	check_with_qpdf();
	buffer_clear(&bytes);
}

Test(pdf_writer, copies_a_value_with_its_strings_names_and_numbers)
{
	static const char value[] = "<< /A#20b ( 5 0 R )/C<41 42>/D[-.5 +3 4.]/E true /F[/G 5 0 R] "
				    "/H null>>";
	struct pdf_made *made = made_page("q Q");

	made_object(made, 5, "(five)");
	made_table(made, "/Root 1 0 R");
	check_slice(pdf_writer_copy_value(writer, made_read(made), pdf_text(value)),
		    "<</A#20b( 5 0 R )/C<41 42>/D[-.5 +3 4.]/E true/F[/G 1 0 R]/H null>>");
	made_free(made);
}

Test(pdf_writer, copies_a_long_chain_of_objects)
{
	enum { LAST = MADE_OBJECTS_MOST - 1 };
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *copied;
	struct pdf_slice value;

	for (int i = 5; i < LAST; i++)
		made_object(made, i, arena_printf(arena, "[%d 0 R]", i + 1));
	made_object(made, LAST, "(end)");
	made_table(made, "/Root 1 0 R");
	cr_expect_eq(pdf_writer_copy(writer, made_read(made), 5), 1);
	copied = finish("");
	value = pdf_file_object(copied, 1);
	for (int i = 5; i < LAST; i++) {
		cr_assert_eq(pdf_kind_of(value), PDF_ARRAY, "at %d", i);
		value = pdf_file_resolve(copied, pdf_inside(value));
	}
	check_slice(value, "(end)");
	made_free(made);
}

/* PDF/UA asks for the map in embedded TrueType fonts; cairo leaves it out. */
Test(pdf_writer, gives_true_type_fonts_the_glyph_map_they_lack)
{
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *file;

	made_object(made, 5, "<</Type /Font /Subtype /CIDFontType2 /W [1]>>");
	made_object(made, 6, "<</Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Other>>");
	made_object(made, 7, "<</Type /Font /Subtype /CIDFontType0>>");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	check_slice(pdf_writer_copy_value(writer, file, pdf_file_object(file, 5)),
		    "<</CIDToGIDMap/Identity/Type/Font/Subtype/CIDFontType2/W[1]>>");
	check_slice(pdf_writer_copy_value(writer, file, pdf_file_object(file, 6)),
		    "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Other>>");
	check_slice(pdf_writer_copy_value(writer, file, pdf_file_object(file, 7)),
		    "<</Type/Font/Subtype/CIDFontType0>>");
	check_slice(pdf_writer_copy_value(writer, file,
					  pdf_text("[<</Subtype/CIDFontType2/Type/Font>>]")),
		    "[<</CIDToGIDMap/Identity/Subtype/CIDFontType2/Type/Font>>]");
	made_free(made);
}

Test(pdf_writer, takes_missing_objects_for_null_and_tells_of_damaged_streams)
{
	struct pdf_made *made = made_page("q Q");
	struct pdf_file *file;

	made_object(made, 5, "<< /Length 99999 >> stream\nq Q\nendstream");
	made_table(made, "/Root 1 0 R");
	file = made_read(made);
	cr_expect_eq(pdf_writer_copy(writer, file, 77), 1);
	cr_expect_null(pdf_writer_fault(writer));
	pdf_writer_copy(writer, file, 5);
	cr_assert_not_null(pdf_writer_fault(writer));
	cr_expect_str_eq(pdf_writer_fault(writer), "the length of a stream is wrong");
	check_slice(pdf_file_object(finish(""), 1), "null");
	made_free(made);
}

Test(pdf_writer, copies_pages_of_both_versions_of_cairo)
{
	static const char *const names[] = { "strokes-1.16.pdf", "links-1.18.pdf",
					     "artifact-1.18.pdf", "empty-markers-1.18.pdf" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct buffer bytes = made_fixture(names[i]), content;
		const char *fault = NULL;
		struct pdf_file *file = pdf_file_read(arena, bytes.bytes, bytes.length, &fault);
		struct pdf_slice resources = pdf_file_page_entry(file, 0, "Resources");
		int number;

		buffer_init(&content);
		buffer_clear(&out);
		writer = pdf_writer_new(arena);
		number = pdf_writer_reserve(writer);
		cr_assert(pdf_file_page_content(file, 0, &content, &fault), "%s", fault);
		pdf_writer_stream(writer, number, "",
				  (struct pdf_slice){ content.bytes, content.length });
		resources = pdf_writer_copy_value(writer, file, resources);
		finish(arena_printf(arena, "/Contents %d 0 R/Resources%.*s", number,
				    (int)resources.length, resources.bytes));
		cr_expect_null(pdf_writer_fault(writer));
		check_with_qpdf();
		buffer_clear(&content);
		buffer_clear(&bytes);
	}
}

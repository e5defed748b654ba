/*
 * pdf - reading, marking and writing PDF from any bytes.
 *
 * The first byte chooses what the rest is: a file, the objects of a file to which a table is added here (so
 * that changes of length keep it readable), or the content of a page; and how many runs are expected.
 * Beside what the sanitizers check: what was marked is sound content that nests, and what was written is read
 * again with the same pages and contents.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/content.h"
#include "pdf/file.h"
#include "pdf/writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { PAGES_MOST = 4, OBJECTS_MOST = 200, RUNS_MOST = 64 };
enum input { INPUT_FILE, INPUT_OBJECTS, INPUT_CONTENT };

static const char sign[] = " M 1 1 m 1.5 1 l S";

static void check(bool holds)
{
	if (!holds)
		abort();
}

static struct pdf_slice slice_of(const struct buffer *buffer)
{
	return (struct pdf_slice){ buffer_text(buffer), buffer->length };
}

/* As many runs as there seem to be. */
static size_t count_signs(const struct buffer *content)
{
	const char *at = buffer_text(content), *end = at + content->length;
	size_t count = 0;

	while (count < RUNS_MOST &&
	       (at = memmem(at, (size_t)(end - at), sign, sizeof(sign) - 1)) != NULL) {
		at += sizeof(sign) - 1;
		count++;
	}
	return count;
}

/* Marks the content; what comes of it is one sound run when a sign is put before it. */
static bool mark(struct pdf_slice content, size_t run_count, struct buffer *out)
{
	struct pdf_run runs[RUNS_MOST], whole = { "/Artifact BMC" };
	const char *fault = NULL;
	struct buffer again, signed_content;

	for (size_t i = 0; i < RUNS_MOST; i++)
		runs[i] = (struct pdf_run){ "/P <</MCID 3>> BDC" };
	if (!pdf_content_mark(content, runs, run_count, out, &fault)) {
		check(fault != NULL && out->length == 0);
		return false;
	}
	check(fault == NULL);
	buffer_init(&again);
	buffer_init(&signed_content);
	buffer_printf(&signed_content, "%d%s\n", PDF_MARKER_FIRST, sign);
	buffer_add(&signed_content, out->bytes, out->length);
	check(pdf_content_mark(slice_of(&signed_content), &whole, 1, &again, &fault));
	buffer_clear(&again);
	buffer_clear(&signed_content);
	return true;
}

/* Looks at every object, and unpacks every stream. */
static void read_objects(const struct pdf_file *file)
{
	struct buffer out;
	const char *fault;

	buffer_init(&out);
	for (int number = 0; number < OBJECTS_MOST; number++) {
		struct pdf_slice value = pdf_file_object(file, number), inside;
		double real;

		inside = pdf_inside(value);
		check(inside.length <= value.length);
		pdf_real(value, &real);
		out.length = 0;
		pdf_bytes_of(value, &out);
		check(out.length <= value.length);
		fault = NULL;
		if (pdf_file_has_stream(file, number) &&
		    !pdf_file_stream(file, number, &out, &fault))
			check(fault != NULL);
	}
	buffer_clear(&out);
}

/* Writes a page like one of the file; its content is added to contents. */
static int write_page(const struct pdf_file *file, size_t index, int parent,
		      struct pdf_writer *writer, struct buffer *contents)
{
	int page = pdf_writer_reserve(writer), content = pdf_writer_reserve(writer);
	struct buffer drawn, marked, text;
	struct pdf_slice resources;
	const char *fault = NULL;

	buffer_init(&drawn);
	buffer_init(&marked);
	buffer_init(&text);
	if (!pdf_file_page_content(file, index, &drawn, &fault))
		check(fault != NULL && drawn.length == 0);
	if (!mark(slice_of(&drawn), count_signs(&drawn), &marked))
		buffer_add(&marked, drawn.bytes, drawn.length);
	pdf_writer_stream(writer, content, "", slice_of(&marked));
	buffer_add(contents, marked.bytes, marked.length);
	resources = pdf_file_page_entry(file, index, "Resources");
	resources = pdf_writer_copy_value(writer, file, resources);
	buffer_printf(&text, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources", parent,
		      content);
	buffer_add(&text, resources.bytes, resources.length);
	if (resources.length == 0)
		buffer_add_text(&text, " null");
	buffer_add_text(&text, ">>");
	pdf_writer_object(writer, page, slice_of(&text));
	buffer_clear(&drawn);
	buffer_clear(&marked);
	buffer_clear(&text);
	return page;
}

/* The file that was written has the same pages. */
static void check_written(struct arena *arena, const struct buffer *out, size_t pages,
			  const struct buffer *contents)
{
	const char *fault = NULL;
	struct pdf_file *file = pdf_file_read(arena, out->bytes, out->length, &fault);
	struct buffer again, content;

	check(file != NULL && pdf_file_page_count(file) == pages);
	buffer_init(&again);
	buffer_init(&content);
	for (size_t i = 0; i < pages; i++) {
		content.length = 0;
		check(pdf_file_page_content(file, i, &content, &fault));
		buffer_add(&again, content.bytes, content.length - 1);
	}
	check(again.length == contents->length &&
	      (again.length == 0 || memcmp(again.bytes, contents->bytes, again.length) == 0));
	buffer_clear(&again);
	buffer_clear(&content);
}

static void write_again(struct arena *arena, const struct pdf_file *file)
{
	struct pdf_writer *writer = pdf_writer_new(arena);
	int catalog = pdf_writer_reserve(writer), pages = pdf_writer_reserve(writer);
	size_t count = pdf_file_page_count(file);
	struct buffer kids, contents, text, out;

	count = count < PAGES_MOST ? count : PAGES_MOST;
	buffer_init(&kids);
	buffer_init(&contents);
	buffer_init(&text);
	buffer_init(&out);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&kids, "%d 0 R ", write_page(file, i, pages, writer, &contents));
	buffer_printf(&text, "<</Type/Pages/Count %zu/Kids[%s]>>", count, buffer_text(&kids));
	pdf_writer_object(writer, pages, slice_of(&text));
	text.length = 0;
	buffer_printf(&text, "<</Type/Catalog/Pages %d 0 R>>", pages);
	pdf_writer_object(writer, catalog, slice_of(&text));
	pdf_writer_finish(writer, catalog, 0, &out);
	check_written(arena, &out, count, &contents);
	buffer_clear(&kids);
	buffer_clear(&contents);
	buffer_clear(&text);
	buffer_clear(&out);
}

static void read_file(const char *bytes, size_t length)
{
	struct arena *arena = arena_new();
	const char *fault = NULL;
	struct pdf_file *file = pdf_file_read(arena, bytes, length, &fault);

	check(file != NULL || fault != NULL);
	if (file != NULL) {
		read_objects(file);
		write_again(arena, file);
	}
	arena_free(arena);
}

/* Adds a table of what looks like the beginning of an object. */
static void read_with_table(const char *bytes, size_t length)
{
	static const char mark_of_object[] = " 0 obj";
	struct buffer file;
	size_t start;

	buffer_init(&file);
	buffer_add_text(&file, "%PDF-1.7\n");
	buffer_add(&file, bytes, length);
	start = file.length;
	buffer_add_text(&file, "\nxref\n");
	for (size_t i = 9; i + sizeof(mark_of_object) <= start; i++) {
		size_t digits = i;

		if (memcmp(file.bytes + i, mark_of_object, sizeof(mark_of_object) - 1) != 0)
			continue;
		while (digits > 9 && i - digits < 7 && file.bytes[digits - 1] >= '0' &&
		       file.bytes[digits - 1] <= '9')
			digits--;
		buffer_printf(&file, "%ld 1\n%010zu 00000 n \n",
			      strtol(file.bytes + digits, NULL, 10), digits);
	}
	buffer_printf(&file, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
		      OBJECTS_MOST / 2, start);
	read_file(file.bytes, file.length);
	buffer_clear(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct buffer out;
	char *text;

	if (size < 1)
		return 0;
	/* A copy of the exact size, so that reading beyond it shows. */
	text = malloc(size - 1 == 0 ? 1 : size - 1);
	memcpy(text, bytes + 1, size - 1);
	switch (bytes[0] % 3) {
	case INPUT_FILE:
		read_file(text, size - 1);
		break;
	case INPUT_OBJECTS:
		read_with_table(text, size - 1);
		break;
	default:
		buffer_init(&out);
		mark((struct pdf_slice){ text, size - 1 }, bytes[0] / 3 % RUNS_MOST, &out);
		buffer_clear(&out);
		break;
	}
	free(text);
	return 0;
}

#include "support/pdf_made.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture.h"

struct pdf_made *made_new(void)
{
	struct pdf_made *made = calloc(1, sizeof(*made));

	cr_assert_not_null(made);
	buffer_add_text(&made->bytes, "%PDF-1.7\n");
	return made;
}

struct pdf_made *made_page(const char *content)
{
	struct pdf_made *made = made_new();

	made_object(made, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	made_object(made, 2, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
	made_object(made, 3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>");
	made_stream(made, 4, "", content, strlen(content));
	return made;
}

static void begin_object(struct pdf_made *made, int number)
{
	cr_assert(number > 0 && number < MADE_OBJECTS_MOST);
	made->offsets[number] = made->bytes.length;
	made->fresh[number] = true;
	buffer_printf(&made->bytes, "%d 0 obj\n", number);
}

void made_object(struct pdf_made *made, int number, const char *text)
{
	begin_object(made, number);
	buffer_printf(&made->bytes, "%s\nendobj\n", text);
}

void made_stream(struct pdf_made *made, int number, const char *entries, const void *bytes,
		 size_t length)
{
	begin_object(made, number);
	buffer_printf(&made->bytes, "<< %s /Length %zu >>\nstream\n", entries, length);
	buffer_add(&made->bytes, bytes, length);
	buffer_add_text(&made->bytes, "\nendstream\nendobj\n");
}

void made_start(struct pdf_made *made, size_t offset)
{
	buffer_printf(&made->bytes, "startxref\n%zu\n%%%%EOF\n", offset);
}

size_t made_table(struct pdf_made *made, const char *entries)
{
	size_t at = made->bytes.length, size = 1;

	buffer_add_text(&made->bytes, "xref\n0 1\n0000000000 65535 f \n");
	for (size_t i = 1; i < MADE_OBJECTS_MOST; i++) {
		size = made->offsets[i] > 0 ? i + 1 : size;
		if (made->fresh[i])
			buffer_printf(&made->bytes, "%zu 1\n%010zu 00000 n \n", i,
				      made->offsets[i]);
		made->fresh[i] = false;
	}
	buffer_printf(&made->bytes, "trailer\n<< /Size %zu %s >>\n", size, entries);
	made_start(made, at);
	return at;
}

struct pdf_file *made_read(struct pdf_made *made)
{
	const char *fault = NULL;
	struct pdf_file *file = pdf_file_read(arena, made->bytes.bytes, made->bytes.length, &fault);

	cr_assert_not_null(file, "%s", fault);
	return file;
}

void made_check_refused(struct pdf_made *made, const char *wanted)
{
	const char *fault = NULL;

	cr_assert_null(pdf_file_read(arena, made->bytes.bytes, made->bytes.length, &fault));
	cr_expect_str_eq(fault, wanted);
	made_free(made);
}

void made_free(struct pdf_made *made)
{
	buffer_clear(&made->bytes);
	free(made);
}

struct buffer made_fixture(const char *name)
{
	enum { PIECE = 4096 };
	struct buffer bytes;
	char piece[PIECE], path[PIECE];
	size_t got;
	FILE *file;

	snprintf(path, sizeof(path), "tests/data/pdf/%s", name);
	file = fopen(path, "rb");
	cr_assert_not_null(file, "%s", path);
	buffer_init(&bytes);
	while ((got = fread(piece, 1, PIECE, file)) > 0)
		buffer_add(&bytes, piece, got);
	fclose(file);
	return bytes;
}

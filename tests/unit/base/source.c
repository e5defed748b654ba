#include "base/source.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "support/fixture.h"

static char folder[] = "/tmp/gradient-source-XXXXXX";

static void set_up(void)
{
	fixture_set_up();
	cr_assert_not_null(mkdtemp(folder));
}

static const char *path_of(const char *name)
{
	return arena_printf(arena, "%s/%s", folder, name);
}

static void tear_down(void)
{
	unlink(path_of("file"));
	rmdir(folder);
	fixture_tear_down();
}

TestSuite(source, .init = set_up, .fini = tear_down);

static void write_file(const void *bytes, size_t length)
{
	FILE *file = fopen(path_of("file"), "wb");

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	fclose(file);
}

static struct source *read_file(void)
{
	return source_read(arena, path_of("file"), "file", (struct location){ 0 },
			   DIAG_DATA_UNREADABLE, diags);
}

static const char *said(void)
{
	struct buffer out;

	buffer_init(&out);
	diag_write(diags, &out, false);
	return buffer_finish(&out, arena);
}

static bool is_at(const char *text, size_t offset, unsigned line, unsigned column)
{
	size_t length = strlen(text);
	char *copy = malloc(length == 0 ? 1 : length);
	struct location at;

	memcpy(copy, text, length);
	at = source_location(source_of_text(arena, "t", copy, length), offset);
	free(copy);
	return at.line == line && at.column == column;
}

Test(source, finds_lines_that_end_in_any_way)
{
	static const char text[] = "ab\nc\r\nd\re\n\r\r\nf";

	cr_assert(is_at(text, 0, 1, 1));
	cr_assert(is_at(text, 1, 1, 2));
	cr_assert(is_at(text, 2, 1, 3));
	cr_assert(is_at(text, 3, 2, 1));
	cr_assert(is_at(text, 4, 2, 2));
	cr_assert(is_at(text, 5, 2, 3));
	cr_assert(is_at(text, 6, 3, 1));
	cr_assert(is_at(text, 8, 4, 1));
	cr_assert(is_at(text, 10, 5, 1));
	cr_assert(is_at(text, 11, 6, 1));
	cr_assert(is_at(text, 13, 7, 1));
}

Test(source, finds_the_end_of_the_text)
{
	cr_assert(is_at("", 0, 1, 1));
	cr_assert(is_at("ab", 2, 1, 3));
	cr_assert(is_at("ab\n", 3, 2, 1));
	cr_assert(is_at("ab\r\n", 4, 2, 1));
	cr_assert(is_at("\n\n", 2, 3, 1));
	cr_assert(is_at("a£", 3, 1, 3));
}

Test(source, counts_columns_in_characters)
{
	static const char text[] = "£–\xf0\x9f\x98\x80x";

	cr_assert(is_at(text, 0, 1, 1));
	cr_assert(is_at(text, 1, 1, 1));
	cr_assert(is_at(text, 2, 1, 2));
	cr_assert(is_at(text, 5, 1, 3));
	cr_assert(is_at(text, 8, 1, 3));
	cr_assert(is_at(text, 9, 1, 4));
}

Test(source, counts_no_column_for_a_byte_order_mark)
{
	static const char text[] = "\xef\xbb\xbf"
				   "ab\nc";

	cr_assert(is_at(text, 0, 1, 1));
	cr_assert(is_at(text, 3, 1, 1));
	cr_assert(is_at(text, 4, 1, 2));
	cr_assert(is_at(text, 6, 2, 1));
	cr_assert(is_at("\xef\xbb\xbf", 3, 1, 1));
}

Test(source, finds_lines_far_down)
{
	struct buffer text;
	struct source *source;

	buffer_init(&text);
	for (int i = 0; i < 100000; i++)
		buffer_add_text(&text, i % 2 == 0 ? "12\n" : "1234\r\n");
	source = source_of_text(arena, "t", text.bytes, text.length);
	for (unsigned i = 0; i < 100000; i += 1234) {
		struct location at = source_location(source, (size_t)i / 2 * 9 + i % 2 * 3 + 1);

		cr_assert(at.line == i + 1 && at.column == 2);
	}
	buffer_clear(&text);
}

Test(source, reads_a_file_and_ends_it_with_a_zero_byte)
{
	struct source *source;

	write_file("a\0b\n", 4);
	source = read_file();
	cr_assert_eq(source->length, 4);
	cr_assert_arr_eq(source->bytes, "a\0b\n", 5);
	cr_assert_str_eq(source->name, "file");
}

Test(source, reads_an_empty_file)
{
	struct source *source;

	write_file("", 0);
	source = read_file();
	cr_assert_eq(source->length, 0);
	cr_assert_eq(source->bytes[0], '\0');
	cr_assert_eq(diag_count(diags), 0);
}

/* 300,000 bytes that do not shrink to nothing, compressed into *length bytes. */
static unsigned char *compressed(size_t *length)
{
	gzFile file = gzopen(path_of("file"), "wb");
	unsigned char *bytes = arena_alloc(arena, 400000);
	unsigned state = 1;
	FILE *plain;

	for (int i = 0; i < 300000; i++) {
		state = state * 1103515245 + 12345;
		gzputc(file, (int)(state >> 16 & 63) + 32);
	}
	gzclose(file);
	plain = fopen(path_of("file"), "rb");
	cr_assert_not_null(plain);
	*length = fread(bytes, 1, 400000, plain);
	fclose(plain);
	return bytes;
}

Test(source, unpacks_gzip)
{
	size_t length;
	struct source *source;

	compressed(&length);
	cr_assert_lt(length, 300000);
	source = read_file();
	cr_assert_eq(source->length, 300000);
	cr_assert_eq(source->bytes[300000], '\0');
}

Test(source, refuses_gzip_that_is_cut_off)
{
	size_t length;
	unsigned char *bytes = compressed(&length);
	const size_t kept[] = { length - 1, length - 8, length / 2, 20, 10, 4, 3 };

	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		diags = diag_list_new(arena);
		write_file(bytes, kept[i]);
		cr_assert_null(read_file(), "%zu bytes", kept[i]);
		cr_assert_str_eq(said(),
				 "file: error: cannot read the data file: file: the compressed "
				 "file is cut off [DAT01]\n");
	}
}

Test(source, refuses_gzip_that_is_damaged)
{
	size_t length;
	unsigned char *bytes = compressed(&length);

	bytes[length / 2] ^= 0x55;
	write_file(bytes, length);
	cr_assert_null(read_file());
	cr_assert_str_eq(said(),
			 "file: error: cannot read the data file: file: the compressed file is "
			 "damaged [DAT01]\n");
}

Test(source, refuses_a_missing_file_where_the_spec_names_it)
{
	cr_assert_null(source_read(arena, path_of("file"), "file",
				   (struct location){ "report.xml", 12, 5 }, DIAG_DATA_UNREADABLE,
				   diags));
	cr_assert_str_eq(said(),
			 "report.xml:12:5: error: cannot read the data file: file: No such file or "
			 "directory [DAT01]\n");
}

Test(source, refuses_a_folder)
{
	cr_assert_null(source_read(arena, folder, "folder", (struct location){ 0 },
				   DIAG_DATA_UNREADABLE, diags));
	cr_assert_str_eq(said(),
			 "folder: error: cannot read the data file: folder: not a file [DAT01]\n");
}

Test(source, refuses_a_file_it_may_not_read)
{
	write_file("a", 1);
	cr_assert_eq(chmod(path_of("file"), 0), 0);
	cr_assert_eq(chmod(folder, 0755), 0);
	/* The administrator may read anything. */
	if (geteuid() == 0)
		cr_assert_eq(seteuid(65534), 0);
	cr_assert_null(read_file());
	cr_assert_str_eq(
		said(),
		"file: error: cannot read the data file: file: Permission denied [DAT01]\n");
	if (getuid() == 0)
		cr_assert_eq(seteuid(0), 0);
}

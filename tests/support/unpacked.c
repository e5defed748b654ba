#include "support/unpacked.h"

#include <criterion/criterion.h>
#include <zip.h>

#include "base/arena.h"
#include "base/buffer.h"

static zip_t *opened(const char *path)
{
	int error = 0;
	zip_t *archive = zip_open(path, ZIP_RDONLY, &error);

	cr_assert_not_null(archive, "%s is no archive (%d)", path, error);
	return archive;
}

static void add_entry(zip_t *archive, zip_uint64_t index, struct buffer *out)
{
	zip_file_t *file = zip_fopen_index(archive, index, 0);
	char block[65536];
	zip_int64_t length;

	cr_assert_not_null(file);
	while ((length = zip_fread(file, block, sizeof(block))) > 0)
		buffer_add(out, block, (size_t)length);
	cr_assert_eq(length, 0);
	zip_fclose(file);
}

const char *unpacked_entry(struct arena *arena, const char *path, const char *name)
{
	zip_t *archive = opened(path);
	zip_int64_t index = zip_name_locate(archive, name, 0);
	struct buffer out;

	buffer_init(&out);
	if (index >= 0)
		add_entry(archive, (zip_uint64_t)index, &out);
	zip_discard(archive);
	return index < 0 ? NULL : buffer_finish(&out, arena);
}

const char *unpacked_all(struct arena *arena, const char *path)
{
	zip_t *archive = opened(path);
	zip_int64_t count = zip_get_num_entries(archive, 0);
	struct buffer out;

	buffer_init(&out);
	for (zip_int64_t i = 0; i < count; i++) {
		buffer_printf(&out, "\n== %s\n", zip_get_name(archive, (zip_uint64_t)i, 0));
		add_entry(archive, (zip_uint64_t)i, &out);
	}
	zip_discard(archive);
	return buffer_finish(&out, arena);
}

struct unpacked_facts unpacked_facts(struct arena *arena, const char *path)
{
	zip_t *archive = opened(path);
	struct unpacked_facts facts = { .count = (size_t)zip_get_num_entries(archive, 0),
					.one_time = true };
	zip_stat_t first, entry;

	cr_assert(facts.count > 0 && zip_stat_index(archive, 0, 0, &first) == 0);
	facts.first = arena_printf(arena, "%s", first.name);
	facts.first_is_stored = first.comp_method == ZIP_CM_STORE;
	for (size_t i = 1; i < facts.count; i++) {
		cr_assert_eq(zip_stat_index(archive, i, 0, &entry), 0);
		facts.one_time = facts.one_time && entry.mtime == first.mtime;
	}
	zip_discard(archive);
	return facts;
}

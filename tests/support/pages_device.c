#include "support/pages_device.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "support/program.h"

enum { ARGUMENTS_MOST = 12 };

static struct made_file finish(struct arena *arena, struct buffer *bytes)
{
	size_t length = bytes->length;

	return (struct made_file){ .bytes = buffer_finish(bytes, arena), .length = length };
}

struct made_file make_pages(struct arena *arena, const struct device *device,
			    const struct pages *pages)
{
	struct diag_list *diags = diag_list_new(arena);
	struct buffer bytes;

	buffer_init(&bytes);
	cr_assert(device->write_pages(pages, &bytes, diags), "%s",
		  diag_count(diags) == 0 ? "" : diag_at(diags, 0)->detail);
	cr_assert_eq(diag_count(diags), 0);
	return finish(arena, &bytes);
}

struct made_file make_picture_by(struct arena *arena, const struct device *device,
				 const struct picture *picture)
{
	struct diag_list *diags = diag_list_new(arena);
	struct buffer bytes;

	buffer_init(&bytes);
	cr_assert(device->write_picture(picture, &bytes, diags));
	cr_assert_eq(diag_count(diags), 0);
	return finish(arena, &bytes);
}

struct made_file make_picture(struct arena *arena, const struct picture *picture)
{
	return make_picture_by(arena, &device_svg, picture);
}

bool same_bytes(struct made_file a, struct made_file b)
{
	return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

const char *said_of(struct arena *arena, struct made_file file, const char *const *command,
		    bool dash, int *status)
{
	const char *folder = scratch_new(arena), *path = path_join(arena, folder, "file");
	const char *whole[ARGUMENTS_MOST];
	struct program_result result;
	size_t count = 0;

	file_write(path, file.bytes, file.length);
	for (; command[count] != NULL && count + 3 < ARGUMENTS_MOST; count++)
		whole[count] = command[count];
	whole[count++] = path;
	if (dash)
		whole[count++] = "-";
	whole[count] = NULL;
	result = command_run(arena, folder, whole);
	scratch_free(folder);
	if (status == NULL)
		cr_assert_eq(result.status, 0, "%s: %s", command[0], result.err);
	else
		*status = result.status;
	return arena_printf(arena, "%s%s", result.out, result.err);
}

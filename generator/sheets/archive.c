#include "sheets/archive.h"

#include <stdlib.h>
#include <zip.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/fatal.h"
#include "base/late_library.h"

/* 1 January 1980, midnight: the first day that an archive can tell, and none of anybody's clock. */
enum { FIXED_TIME = 0, FIXED_DATE = 1 << 5 | 1, COMPRESSION = 6 };

#define ZIP_FUNCTIONS(FUNCTION)                                                                    \
	FUNCTION(zip_close)                                                                        \
	FUNCTION(zip_discard)                                                                      \
	FUNCTION(zip_error_code_zip)                                                               \
	FUNCTION(zip_error_fini)                                                                   \
	FUNCTION(zip_error_init)                                                                   \
	FUNCTION(zip_file_add)                                                                     \
	FUNCTION(zip_file_set_dostime)                                                             \
	FUNCTION(zip_libzip_version)                                                               \
	FUNCTION(zip_open_from_source)                                                             \
	FUNCTION(zip_set_file_compression)                                                         \
	FUNCTION(zip_source_buffer)                                                                \
	FUNCTION(zip_source_buffer_create)                                                         \
	FUNCTION(zip_source_close)                                                                 \
	FUNCTION(zip_source_free)                                                                  \
	FUNCTION(zip_source_keep)                                                                  \
	FUNCTION(zip_source_open)                                                                  \
	FUNCTION(zip_source_read)

struct zip_library {
	ZIP_FUNCTIONS(LATE_POINTER)
};

static const struct late_function functions[] = { ZIP_FUNCTIONS(LATE_FUNCTION) };

struct archive {
	struct zip_library call;
	struct diag_list *diags;
	zip_source_t *bytes;
	zip_t *zip;
};

static bool load(struct zip_library *library, struct diag_list *diags)
{
	return late_library_load(
		&(struct late_library){ SONAME_ZIP, functions, LATE_COUNT(functions) }, library,
		diags);
}

static bool failed(const struct archive *archive, const char *fault)
{
	diag_add(archive->diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ 0 }, fault, NULL);
	return false;
}

static bool begin(struct archive *archive)
{
	const struct zip_library *call = &archive->call;
	zip_error_t error;
	bool no_memory;

	call->zip_error_init(&error);
	archive->bytes = call->zip_source_buffer_create(NULL, 0, 0, &error);
	if (archive->bytes != NULL) {
		/* The archive gives back its reference when it is closed; the bytes are read after that. */
		call->zip_source_keep(archive->bytes);
		archive->zip = call->zip_open_from_source(archive->bytes, ZIP_TRUNCATE, &error);
	}
	no_memory = call->zip_error_code_zip(&error) == ZIP_ER_MEMORY;
	call->zip_error_fini(&error);
	if (archive->zip != NULL)
		return true;
	if (archive->bytes != NULL) {
		call->zip_source_free(archive->bytes);
		call->zip_source_free(archive->bytes);
	}
	return failed(archive, no_memory ? "out of memory" : "libzip failed");
}

struct archive *zip_archive_new(struct diag_list *diags)
{
	struct archive *archive = calloc(1, sizeof(*archive));

	if (archive == NULL)
		fatal_out_of_memory();
	archive->diags = diags;
	if (load(&archive->call, diags) && begin(archive))
		return archive;
	free(archive);
	return NULL;
}

static bool add(struct archive *archive, const char *name, const struct buffer *bytes, bool stored)
{
	const struct zip_library *call = &archive->call;
	zip_source_t *source =
		call->zip_source_buffer(archive->zip, bytes->bytes, bytes->length, 0);
	zip_int64_t index;

	if (source == NULL)
		return false;
	index = call->zip_file_add(archive->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		call->zip_source_free(source);
		return false;
	}
	return call->zip_set_file_compression(archive->zip, (zip_uint64_t)index,
					      stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
					      COMPRESSION) == 0 &&
	       call->zip_file_set_dostime(archive->zip, (zip_uint64_t)index, FIXED_TIME, FIXED_DATE,
					  0) == 0;
}

bool zip_archive_add(struct archive *archive, const char *name, const struct buffer *bytes,
		     bool stored)
{
	return add(archive, name, bytes, stored) || failed(archive, "libzip failed");
}

static bool read_all(const struct archive *archive, struct buffer *out)
{
	const struct zip_library *call = &archive->call;
	char block[65536];
	zip_int64_t length;

	if (call->zip_source_open(archive->bytes) != 0)
		return false;
	while ((length = call->zip_source_read(archive->bytes, block, sizeof(block))) > 0)
		buffer_add(out, block, (size_t)length);
	call->zip_source_close(archive->bytes);
	return length == 0;
}

bool zip_archive_finish(struct archive *archive, struct buffer *out)
{
	bool made = archive->call.zip_close(archive->zip) == 0;

	if (!made)
		archive->call.zip_discard(archive->zip);
	made = (made && read_all(archive, out)) || failed(archive, "libzip failed");
	archive->call.zip_source_free(archive->bytes);
	free(archive);
	return made;
}

const char *archive_library_version(void)
{
	struct zip_library library;

	return load(&library, NULL) ? library.zip_libzip_version() : NULL;
}

#include "sheets/archive.h"

#include <stdlib.h>
#include <zip.h>

#include "base/buffer.h"
#include "base/fatal.h"

/* 1 January 1980, midnight: the first day that an archive can tell, and none of anybody's clock. */
enum { FIXED_TIME = 0, FIXED_DATE = 1 << 5 | 1, COMPRESSION = 6 };

struct archive {
	zip_source_t *bytes;
	zip_t *zip;
};

static bool failed(zip_error_t *error, const char **fault)
{
	*fault = zip_error_code_zip(error) == ZIP_ER_MEMORY ? "out of memory" : "libzip failed";
	zip_error_fini(error);
	return false;
}

struct archive *zip_archive_new(const char **fault)
{
	struct archive *archive = calloc(1, sizeof(*archive));
	zip_error_t error;

	if (archive == NULL)
		fatal_out_of_memory();
	zip_error_init(&error);
	archive->bytes = zip_source_buffer_create(NULL, 0, 0, &error);
	if (archive->bytes != NULL) {
		/* The archive gives back its reference when it is closed; the bytes are read after that. */
		zip_source_keep(archive->bytes);
		archive->zip = zip_open_from_source(archive->bytes, ZIP_TRUNCATE, &error);
	}
	if (archive->zip == NULL) {
		if (archive->bytes != NULL) {
			zip_source_free(archive->bytes);
			zip_source_free(archive->bytes);
		}
		free(archive);
		failed(&error, fault);
		return NULL;
	}
	zip_error_fini(&error);
	return archive;
}

bool zip_archive_add(struct archive *archive, const char *name, const struct buffer *bytes,
		     bool stored, const char **fault)
{
	zip_source_t *source = zip_source_buffer(archive->zip, bytes->bytes, bytes->length, 0);
	zip_int64_t index;

	*fault = "libzip failed";
	if (source == NULL)
		return false;
	index = zip_file_add(archive->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(archive->zip, (zip_uint64_t)index,
					stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, COMPRESSION) == 0 &&
	       zip_file_set_dostime(archive->zip, (zip_uint64_t)index, FIXED_TIME, FIXED_DATE, 0) ==
		       0;
}

static bool read_all(zip_source_t *source, struct buffer *out)
{
	char block[65536];
	zip_int64_t length;

	if (zip_source_open(source) != 0)
		return false;
	while ((length = zip_source_read(source, block, sizeof(block))) > 0)
		buffer_add(out, block, (size_t)length);
	zip_source_close(source);
	return length == 0;
}

bool zip_archive_finish(struct archive *archive, struct buffer *out, const char **fault)
{
	bool made = zip_close(archive->zip) == 0;

	*fault = "libzip failed";
	if (!made)
		zip_discard(archive->zip);
	made = made && read_all(archive->bytes, out);
	zip_source_free(archive->bytes);
	free(archive);
	return made;
}

const char *archive_library_version(void)
{
	return zip_libzip_version();
}

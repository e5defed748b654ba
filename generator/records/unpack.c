#include "records/unpack.h"

#include "records/records.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/arena.h"
#include "base/fatal.h"

enum { BLOCKS = 4, BLOCK_SIZE = 256 * 1024 };

/* Blocks are a ring: the thread fills the one behind the last full one, the reader empties the first full one. */
struct block {
	char *bytes;
	size_t length;
};

struct unpack {
	enum unpack_kind kind;
	int file;
	struct block blocks[BLOCKS];
	size_t first, full; /* the first full block, and how many are */
	size_t used;        /* bytes read of the first */
	bool ended, unwanted;
	const char *fault;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t filled, emptied;
};

static const char cut_off[] = "it ends too early";
static const char damaged[] = "it is damaged";

enum unpack_kind unpack_kind_of(const char *bytes, size_t length)
{
	if (length >= 2 && memcmp(bytes, "\x1f\x8b", 2) == 0)
		return UNPACK_GZIP;
	if (length >= 4 && memcmp(bytes, "\x28\xb5\x2f\xfd", 4) == 0)
		return UNPACK_ZSTD;
	return UNPACK_NONE;
}

/* A block to fill; NULL when nobody wants more. */
static struct block *empty_block(struct unpack *unpack)
{
	struct block *block = NULL;

	pthread_mutex_lock(&unpack->lock);
	while (unpack->full == BLOCKS && !unpack->unwanted)
		pthread_cond_wait(&unpack->emptied, &unpack->lock);
	if (!unpack->unwanted)
		block = &unpack->blocks[(unpack->first + unpack->full) % BLOCKS];
	pthread_mutex_unlock(&unpack->lock);
	return block;
}

static void hand_over(struct unpack *unpack, struct block *block, size_t length)
{
	pthread_mutex_lock(&unpack->lock);
	block->length = length;
	unpack->full++;
	pthread_cond_signal(&unpack->filled);
	pthread_mutex_unlock(&unpack->lock);
}

static void end(struct unpack *unpack, const char *fault)
{
	pthread_mutex_lock(&unpack->lock);
	unpack->fault = fault;
	unpack->ended = true;
	pthread_cond_signal(&unpack->filled);
	pthread_mutex_unlock(&unpack->lock);
}

static const char *gzip_fault(gzFile file, int got)
{
	int status;

	gzerror(file, &status);
	if (status == Z_BUF_ERROR)
		return cut_off;
	if (got == 0)
		return NULL;
	return status == Z_ERRNO ? strerror(errno) : damaged;
}

static void unpack_gzip(struct unpack *unpack)
{
	gzFile file = gzdopen(dup(unpack->file), "rb");
	struct block *block;
	int got = 1;

	if (file == NULL)
		fatal_out_of_memory();
	gzbuffer(file, BLOCK_SIZE);
	while (got > 0 && (block = empty_block(unpack)) != NULL) {
		got = gzread(file, block->bytes, BLOCK_SIZE);
		if (got > 0)
			hand_over(unpack, block, (size_t)got);
	}
	end(unpack, got > 0 ? NULL : gzip_fault(file, got));
	gzclose_r(file);
}

/* Takes in more of the file; false at its end and after a fault. */
static bool refill(struct unpack *unpack, ZSTD_inBuffer *in, char *bytes, const char **fault)
{
	ssize_t got;

	do
		got = read(unpack->file, bytes, BLOCK_SIZE);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		*fault = strerror(errno);
	*in = (ZSTD_inBuffer){ .src = bytes, .size = got < 0 ? 0 : (size_t)got };
	return got > 0;
}

/* Fills a block, if there is as much. *within: a frame has begun and not ended. */
static size_t fill_block(struct unpack *unpack, ZSTD_DStream *stream, ZSTD_inBuffer *in,
			 char *input, struct block *block, size_t *within, const char **fault)
{
	ZSTD_outBuffer out = { .dst = block->bytes, .size = BLOCK_SIZE };

	while (out.pos < out.size) {
		size_t before = out.pos;

		/* Bytes may wait in the stream although all input is taken. */
		if (in->pos == in->size && !refill(unpack, in, input, fault) && *fault != NULL)
			break;
		*within =
			in->size == 0 && *within == 0 ? 0 : ZSTD_decompressStream(stream, &out, in);
		if (ZSTD_isError(*within)) {
			*fault = damaged;
			break;
		}
		if (in->size == 0 && out.pos == before) {
			*fault = *within == 0 ? NULL : cut_off;
			break;
		}
	}
	return out.pos;
}

static void unpack_zstd(struct unpack *unpack)
{
	ZSTD_DStream *stream = ZSTD_createDStream();
	char *input = malloc(BLOCK_SIZE);
	ZSTD_inBuffer in = { .src = input };
	const char *fault = NULL;
	struct block *block;
	size_t within = 0, got = BLOCK_SIZE;

	if (stream == NULL || input == NULL)
		fatal_out_of_memory();
	while (got == BLOCK_SIZE && fault == NULL && (block = empty_block(unpack)) != NULL) {
		got = fill_block(unpack, stream, &in, input, block, &within, &fault);
		if (got > 0)
			hand_over(unpack, block, got);
	}
	end(unpack, fault);
	ZSTD_freeDStream(stream);
	free(input);
}

static void *run(void *context)
{
	struct unpack *unpack = context;

	if (unpack->kind == UNPACK_GZIP)
		unpack_gzip(unpack);
	else
		unpack_zstd(unpack);
	return NULL;
}

struct unpack *unpack_new(struct arena *arena, int file, enum unpack_kind kind)
{
	struct unpack *unpack = arena_alloc(arena, sizeof(*unpack));

	unpack->kind = kind;
	unpack->file = file;
	for (size_t i = 0; i < BLOCKS; i++)
		unpack->blocks[i].bytes = arena_alloc(arena, BLOCK_SIZE);
	pthread_mutex_init(&unpack->lock, NULL);
	pthread_cond_init(&unpack->filled, NULL);
	pthread_cond_init(&unpack->emptied, NULL);
	if (pthread_create(&unpack->thread, NULL, run, unpack) != 0)
		fatal_internal("pthread_create");
	return unpack;
}

size_t unpack_read(struct unpack *unpack, char *to, size_t size)
{
	struct block *block;
	size_t length;

	pthread_mutex_lock(&unpack->lock);
	while (unpack->full == 0 && !unpack->ended)
		pthread_cond_wait(&unpack->filled, &unpack->lock);
	block = unpack->full == 0 ? NULL : &unpack->blocks[unpack->first];
	pthread_mutex_unlock(&unpack->lock);
	if (block == NULL)
		return 0;
	length = block->length - unpack->used;
	if (length > size)
		length = size;
	memcpy(to, block->bytes + unpack->used, length);
	unpack->used += length;
	if (unpack->used == block->length) {
		pthread_mutex_lock(&unpack->lock);
		unpack->used = 0;
		unpack->first = (unpack->first + 1) % BLOCKS;
		unpack->full--;
		pthread_cond_signal(&unpack->emptied);
		pthread_mutex_unlock(&unpack->lock);
	}
	return length;
}

const char *unpack_fault(const struct unpack *unpack)
{
	return unpack->fault;
}

void unpack_free(struct unpack *unpack)
{
	pthread_mutex_lock(&unpack->lock);
	unpack->unwanted = true;
	pthread_cond_signal(&unpack->emptied);
	pthread_mutex_unlock(&unpack->lock);
	pthread_join(unpack->thread, NULL);
	pthread_mutex_destroy(&unpack->lock);
	pthread_cond_destroy(&unpack->filled);
	pthread_cond_destroy(&unpack->emptied);
	close(unpack->file);
}

const char *records_library_version(void)
{
	return ZSTD_versionString();
}

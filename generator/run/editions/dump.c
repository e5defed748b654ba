#include "device/device.h"
#include "run/edition.h"

static bool make(const struct run *run, struct outfile_set *outputs)
{
	return edition_of_pages(run, &device_dump, outputs);
}

const struct edition edition_dump = { .make = make };

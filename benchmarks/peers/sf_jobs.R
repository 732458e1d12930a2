#!/usr/bin/env Rscript
# The jobs of the benchmark on R's sf (GDAL reads, GEOS overlays), asked and answering as words.py has it.
# Areas: WGS84 with geodesic edges (lwgeom's st_geod_area). s2 is off, so that overlays have edges straight in longitude and latitude.
suppressPackageStartupMessages({
    library(sf)
    library(lwgeom)
})
invisible(suppressMessages(sf_use_s2(FALSE)))
options(warn = 1)
words <- commandArgs(trailingOnly = TRUE)
job <- words[1]
words <- words[-1]
option <- list()
while (length(words) > 1 && startsWith(words[1], "--")) {
    option[[substring(words[1], 3)]] <- words[2]
    words <- words[-(1:2)]
}
quietly <- function(expression) suppressWarnings(suppressMessages(expression))

read_parts <- function(path) st_cast(st_geometry(quietly(st_read(path, quiet = TRUE))), "POLYGON", warn = FALSE)
areal <- function(geometry) geometry[st_dimension(geometry) %in% 2]
km2 <- function(geometry) if (length(geometry)) as.numeric(st_geod_area(geometry)) / 1e6 else numeric()
minus <- function(first, second) {
    left <- quietly(areal(st_difference(first, second)))
    if (length(left)) st_cast(quietly(st_collection_extract(left, "POLYGON")), "POLYGON", warn = FALSE) else left
}

if (job == "read") {
    vertices <- vapply(words, function(path) nrow(st_coordinates(st_geometry(quietly(st_read(path, quiet = TRUE))))), 0L)
    counts <- data.frame(step = seq_along(words) - 1, region = "total", vertices = vertices)
    write.csv(counts, option$figures, row.names = FALSE, quote = FALSE)
    quit()
}
parts <- lapply(words, read_parts)
maps <- lapply(parts, st_combine)
steps <- length(maps)
pieces <- list(held = list(geometry = do.call(c, parts), step = rep(seq_len(steps), lengths(parts))))
if (job == "change") {
    for (quantity in c("gained", "lost")) {
        found <- lapply(seq_len(steps)[-1], function(step) {
            if (quantity == "gained") minus(maps[[step]], maps[[step - 1]]) else minus(maps[[step - 1]], maps[[step]])
        })
        pieces[[quantity]] <- list(geometry = do.call(c, found), step = rep(seq_len(steps)[-1], lengths(found)))
    }
}
regions <- NULL
if (!is.null(option$by)) {
    regions <- quietly(st_read(option$by, quiet = TRUE))
    broken <- !st_is_valid(regions)
    st_geometry(regions)[broken] <- st_make_valid(st_geometry(regions)[broken])
}

tables <- list()
for (quantity in names(pieces)) {
    geometry <- pieces[[quantity]]$geometry
    step <- pieces[[quantity]]$step
    total <- tapply(km2(geometry), factor(step, seq_len(steps)), sum, default = 0)
    rows <- data.frame(step = seq_len(steps) - 1, region = "total", km2 = as.numeric(total))
    if (!is.null(regions) && length(geometry)) {
        hits <- quietly(st_intersects(geometry, regions))
        inside <- quietly(st_contains_properly(regions, geometry))
        within <- rep(NA_integer_, length(geometry))
        for (i in seq_along(inside)) within[inside[[i]]] <- i
        cut <- which(is.na(within) & lengths(hits) > 0)
        whole <- which(!is.na(within))
        rows <- rbind(rows, data.frame(
            step = step[whole] - 1, region = regions[[option$code]][within[whole]], km2 = km2(geometry[whole])))
        if (length(cut)) {
            crossed <- quietly(st_intersection(
                st_sf(step = step[cut], geometry = geometry[cut]),
                st_sf(region = regions[[option$code]], geometry = st_geometry(regions))))
            crossed <- crossed[st_dimension(crossed) %in% 2, ]
            if (nrow(crossed)) {
                land <- quietly(st_collection_extract(crossed, "POLYGON"))
                rows <- rbind(rows, data.frame(step = land$step - 1, region = land$region, km2 = km2(st_geometry(land))))
            }
        }
    }
    rows <- aggregate(km2 ~ step + region, rows, sum)
    names(rows)[3] <- paste0(quantity, "Km2")
    tables[[quantity]] <- rows
}
if (!is.null(option$figures)) {
    all <- Reduce(function(a, b) merge(a, b, by = c("step", "region"), all = TRUE), tables)
    numbers <- -(1:2)
    all[numbers] <- lapply(all[numbers], function(column) ifelse(is.na(column), "", sprintf("%.17g", column)))
    write.csv(all, option$figures, row.names = FALSE, quote = FALSE)
}

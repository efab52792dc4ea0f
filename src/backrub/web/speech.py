"""Addresses of spoken clips, each by its hash."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Response
from starlette.exceptions import HTTPException

from backrub.web.house import HouseOf

__all__ = ["router"]

router = APIRouter(tags=["speech"])
FOR_EVER = "private, max-age=31536000, immutable"


@router.get("/speech/{clip}.wav", summary="One spoken line", response_class=Response)
async def clip(house: HouseOf, clip: Annotated[str, Path(pattern="^[0-9a-f]{64}$")]) -> Response:
    """Give a line that the coach made; another hash is unknown."""
    wav = await asyncio.wrap_future(house.shelf.fetch(clip))
    if wav is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The coach has not said that.")
    return Response(wav, media_type="audio/wav", headers={"cache-control": FOR_EVER})
